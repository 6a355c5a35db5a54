/**
 * What became of each delivery: so that a mail given to us twice is sent once, and one that was
 * interrupted is finished. Keyed hashes and states; no address is kept here.
 */
@NullMarked
package org.aliasrelay.forward.ledger;

import org.jspecify.annotations.NullMarked;
