/**
 * Stands on the wire between a service and what it depends on: names each operation, and asks
 * whether it may pass.
 */
@NullMarked
package org.aliasrelay.e2e.wire;

import org.jspecify.annotations.NullMarked;
