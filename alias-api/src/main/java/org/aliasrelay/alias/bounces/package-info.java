/** Knows which owners' mailboxes refuse mail, leaves them alone for a while, and tries again. */
@NullMarked
package org.aliasrelay.alias.bounces;

import org.jspecify.annotations.NullMarked;
