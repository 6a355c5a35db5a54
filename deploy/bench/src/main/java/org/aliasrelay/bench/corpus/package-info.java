/** Gives messages to measure with. */
@NullMarked
package org.aliasrelay.bench.corpus;

import org.jspecify.annotations.NullMarked;
