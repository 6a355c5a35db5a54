@NullMarked
package org.aliasrelay.telemetry;

import org.jspecify.annotations.NullMarked;
