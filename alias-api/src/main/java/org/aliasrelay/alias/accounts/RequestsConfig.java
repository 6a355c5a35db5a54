package org.aliasrelay.alias.accounts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How many requests an account may make of the API, whichever of its keys they come with. Each
 * instance of this service keeps its own count.
 */
@ConfigMapping(prefix = "relay.requests")
interface RequestsConfig {
  /** Requests that come through at once; at least 1. More than a client that reads all needs. */
  @WithDefault("5000")
  int burst();

  /** The time between two requests after that; more than zero. */
  @WithDefault("50ms")
  Duration every();

  /** How many accounts are remembered at most; some 100 bytes apiece. */
  @WithDefault("100000")
  long atMost();
}
