/** Measures the relay beside what it is compared with. */
@NullMarked
package org.aliasrelay.bench;

import org.jspecify.annotations.NullMarked;
