@NullMarked
package org.aliasrelay.telemetry.consume;

import org.jspecify.annotations.NullMarked;
