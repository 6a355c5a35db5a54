@NullMarked
package org.aliasrelay.telemetry.interact;

import org.jspecify.annotations.NullMarked;
