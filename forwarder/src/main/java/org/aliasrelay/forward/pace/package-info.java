/** How fast SES may be given mail, and whose turn it is. */
@NullMarked
package org.aliasrelay.forward.pace;

import org.jspecify.annotations.NullMarked;
