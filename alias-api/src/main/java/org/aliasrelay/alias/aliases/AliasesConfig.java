package org.aliasrelay.alias.aliases;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds on aliases. */
@ConfigMapping(prefix = "relay.aliases")
public interface AliasesConfig {
  /** Most aliases of one account, 0 for no bound. Far above what a person makes, below a script. */
  @WithDefault("1000")
  int perAccount();
}
