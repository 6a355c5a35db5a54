/** Asks alias-api where a mail goes and which reverse aliases stand for whom. */
@NullMarked
package org.aliasrelay.forward.plan;

import org.jspecify.annotations.NullMarked;
