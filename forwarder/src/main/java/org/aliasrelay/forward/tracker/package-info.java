/**
 * Knows which addresses on the web report that a mail was read, from a list that the operator can
 * replace; of mail it knows nothing.
 */
@NullMarked
package org.aliasrelay.forward.tracker;

import org.jspecify.annotations.NullMarked;
