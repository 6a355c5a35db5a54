package org.aliasrelay.queue;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where AWS is: shared by every AWS client of a service. Region and credentials are the SDK's. */
@ConfigMapping(prefix = "relay.aws")
public interface AwsConfig {
  /** What stands in for Amazon. Absent in production: the SDK finds the region's own endpoints. */
  Optional<URI> endpoint();
}
