@NullMarked
package org.aliasrelay.bench.rewrite;

import org.jspecify.annotations.NullMarked;
