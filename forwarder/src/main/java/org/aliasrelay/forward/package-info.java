/** Sends accepted mail on, so that nobody learns the real address. */
@NullMarked
package org.aliasrelay.forward;

import org.jspecify.annotations.NullMarked;
