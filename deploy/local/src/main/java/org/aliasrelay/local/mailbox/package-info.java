/** Plays every provider outside the relay domain: keeps what was delivered and shows it. */
@NullMarked
package org.aliasrelay.local.mailbox;

import org.jspecify.annotations.NullMarked;
