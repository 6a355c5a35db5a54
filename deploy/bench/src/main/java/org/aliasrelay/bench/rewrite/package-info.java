/** Compares rewriting with parsing and writing a message. */
@NullMarked
package org.aliasrelay.bench.rewrite;

import org.jspecify.annotations.NullMarked;
