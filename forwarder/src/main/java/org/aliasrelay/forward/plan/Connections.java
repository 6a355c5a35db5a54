package org.aliasrelay.forward.plan;

import io.vertx.core.http.HttpClientOptions;
import jakarta.ws.rs.ext.ContextResolver;
import java.util.concurrent.TimeUnit;

/**
 * Gives up a connection on which an answer has begun and does not go on: the client's own timeout
 * ends with the header.
 */
public final class Connections implements ContextResolver<HttpClientOptions> {
  /** Longer than an answer takes to begin, which has a timeout of its own. */
  private static final int IDLE_SECONDS = 10;

  @Override
  public HttpClientOptions getContext(Class<?> client) {
    return new HttpClientOptions()
        .setIdleTimeout(IDLE_SECONDS)
        .setIdleTimeoutUnit(TimeUnit.SECONDS);
  }
}
