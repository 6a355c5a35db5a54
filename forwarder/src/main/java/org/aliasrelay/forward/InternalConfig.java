package org.aliasrelay.forward;

import io.smallrye.config.ConfigMapping;

/** How to reach alias-api. */
@ConfigMapping(prefix = "relay.internal")
public interface InternalConfig {
  /** Base URL of alias-api's internal port, without a path. */
  String url();

  /** The credential shared by the services of one installation. */
  String credential();
}
