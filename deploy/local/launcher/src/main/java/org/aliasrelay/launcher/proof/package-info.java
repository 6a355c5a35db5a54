/** One mail from a stranger to an alias and into a mailbox, as a foreign program sees it. */
@NullMarked
package org.aliasrelay.launcher.proof;

import org.jspecify.annotations.NullMarked;
