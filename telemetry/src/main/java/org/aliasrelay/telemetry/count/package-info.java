/** Keeps counts, and for a day what was counted already. Nothing else is kept. */
@NullMarked
package org.aliasrelay.telemetry.count;

import org.jspecify.annotations.NullMarked;
