/** Plans one delivery: who gets the mail, and which address stands for whom. */
@NullMarked
package org.aliasrelay.alias.deliveries;

import org.jspecify.annotations.NullMarked;
