/** Measures a whole stack of its own, over SMTP and HTTP, beside the local cloud alone. */
@NullMarked
package org.aliasrelay.bench.stack;

import org.jspecify.annotations.NullMarked;
