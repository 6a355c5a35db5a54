/** Counts the mails of each alias that went no further, and says why. */
@NullMarked
package org.aliasrelay.alias.losses;

import org.jspecify.annotations.NullMarked;
