/** Counts what people do in our pages, if they let us. */
@NullMarked
package org.aliasrelay.telemetry.interact;

import org.jspecify.annotations.NullMarked;
