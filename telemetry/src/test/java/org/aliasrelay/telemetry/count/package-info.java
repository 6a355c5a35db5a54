@NullMarked
package org.aliasrelay.telemetry.count;

import org.jspecify.annotations.NullMarked;
