/**
 * Take from a queue without losing anything, and give to one. The SmallRye connector receives; this
 * package owns every message from then on: it keeps it invisible while it is worked on, deletes it,
 * puts it back, or sends it to the dead letters. It knows no contract.
 */
@NullMarked
package org.aliasrelay.queue;

import org.jspecify.annotations.NullMarked;
