/** What may be counted, as it looks on the wire. */
@NullMarked
package org.aliasrelay.telemetry.contract;

import org.jspecify.annotations.NullMarked;
