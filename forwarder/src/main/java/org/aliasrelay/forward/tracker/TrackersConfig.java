package org.aliasrelay.forward.tracker;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Which images are trackers. */
@ConfigMapping(prefix = "relay.trackers")
public interface TrackersConfig {
  /**
   * A file that takes the place of the built-in list; its form is that of the built-in one, at most
   * 16 MiB of UTF-8. It is read at start, and again within a minute after it has changed. While it
   * cannot be read, the last list that could be stays in use; at start that is the built-in one.
   */
  Optional<Path> list();
}
