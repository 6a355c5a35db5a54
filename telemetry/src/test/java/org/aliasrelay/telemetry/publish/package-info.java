@NullMarked
package org.aliasrelay.telemetry.publish;

import org.jspecify.annotations.NullMarked;
