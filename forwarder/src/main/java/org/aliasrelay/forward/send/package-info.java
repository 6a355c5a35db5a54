/** Gives finished messages to SES, and says what came of it. */
@NullMarked
package org.aliasrelay.forward.send;

import org.jspecify.annotations.NullMarked;
