package org.aliasrelay.ingest.admit;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** How alias-api is reached, on the port that only services reach. */
@ConfigMapping(prefix = "relay.internal")
public interface AliasApiConfig {
  /** Scheme, host and port, without a path. */
  URI url();

  /** What proves that a service asks. Shared by the services of one installation. */
  String credential();
}
