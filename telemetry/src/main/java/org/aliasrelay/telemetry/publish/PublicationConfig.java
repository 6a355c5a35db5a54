package org.aliasrelay.telemetry.publish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much the public figures may tell. */
@ConfigMapping(prefix = "relay.telemetry")
public interface PublicationConfig {
  /**
   * The smallest number of occurrences that is shown, and the step in which figures grow. From 2
   * on, figures are those of the end of yesterday (UTC), and everything that was dropped is one
   * figure: whoever writes to an address and looks at the figures must not learn from them whether
   * it exists, is off, or belongs to somebody whose mail is paused. With 1 they are exact, at once
   * and for each reason, which is for an installation that nobody but its operator can reach.
   */
  @WithDefault("50")
  int cohort();
}
