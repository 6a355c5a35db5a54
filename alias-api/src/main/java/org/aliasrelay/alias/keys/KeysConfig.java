package org.aliasrelay.alias.keys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds on API keys. */
@ConfigMapping(prefix = "relay.keys")
interface KeysConfig {
  /**
   * Most keys of one account, those that are over among them; at least 1. More than anybody has
   * programs, so that nobody fills the database with them.
   */
  @WithDefault("50")
  int perAccount();
}
