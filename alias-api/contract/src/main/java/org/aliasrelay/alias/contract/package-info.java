/**
 * Whose alias is this, and where does its mail go? The words alias-api shares with mail-ingest and
 * the forwarder.
 *
 * <p>These records carry addresses over HTTP between services, on a port that only services reach.
 * The one type here that travels on a queue, {@link org.aliasrelay.alias.contract.AliasActivity},
 * carries none.
 */
@NullMarked
package org.aliasrelay.alias.contract;

import org.jspecify.annotations.NullMarked;
