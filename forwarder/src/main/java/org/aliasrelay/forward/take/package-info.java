/** Takes accepted mail from its queue and turns outcomes into acknowledgement, delay or waiting. */
@NullMarked
package org.aliasrelay.forward.take;

import org.jspecify.annotations.NullMarked;
