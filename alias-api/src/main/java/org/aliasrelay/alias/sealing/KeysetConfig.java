package org.aliasrelay.alias.sealing;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the local keys are. */
@ConfigMapping(prefix = "relay.keyset")
public interface KeysetConfig {
  /**
   * The keyset file. Made on the first start, readable by its owner only; without it everything
   * sealed is lost, so it belongs in a backup, apart from the database's.
   */
  Path file();
}
