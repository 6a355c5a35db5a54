package org.aliasrelay.alias.services;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The way in for the other services. */
@ConfigMapping(prefix = "relay.internal")
public interface InternalConfig {
  /** The address to listen on. */
  @WithDefault("${quarkus.http.host:127.0.0.1}")
  String host();

  /** The port to listen on; the public load balancer must not route to it. 0 takes a free one. */
  @WithDefault("8090")
  int port();

  /** What the other services show: at least 16 characters, random. Has no default. */
  String credential();
}
