/** Counts what the services say happened in the mail path. */
@NullMarked
package org.aliasrelay.telemetry.consume;

import org.jspecify.annotations.NullMarked;
