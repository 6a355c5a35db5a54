/**
 * Starts the parts of the local cloud in order, says when all are ready, and stops them in reverse.
 */
@NullMarked
package org.aliasrelay.local;

import org.jspecify.annotations.NullMarked;
