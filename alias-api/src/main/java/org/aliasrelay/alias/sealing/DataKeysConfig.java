package org.aliasrelay.alias.sealing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long unwrapped data keys stay in memory. */
@ConfigMapping(prefix = "relay.data-keys")
public interface DataKeysConfig {
  /**
   * Age at which a key is forgotten. Minutes: long enough that the master key is not asked per
   * mail.
   */
  @WithDefault("5m")
  Duration keepFor();

  /** Most keys in memory; about 2 KiB each. */
  @WithDefault("10000")
  long atMost();
}
