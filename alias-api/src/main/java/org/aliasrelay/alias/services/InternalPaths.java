package org.aliasrelay.alias.services;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.aliasrelay.alias.http.Problems;

/**
 * Makes each port look as if the other's paths did not exist. This is tidiness, not protection:
 * what protects internal resources is {@link ServiceMechanism} and their annotations.
 */
@Singleton
class InternalPaths {
  private static final String INTERNAL = "/internal";
  private static final int AFTER_TIDYING = 900;

  private final InternalPort internalPort;

  InternalPaths(InternalPort internalPort) {
    this.internalPort = internalPort;
  }

  void register(@Observes Filters filters) {
    filters.register(this::filter, AFTER_TIDYING);
  }

  private void filter(RoutingContext context) {
    boolean internalPath = context.normalizedPath().startsWith(INTERNAL);
    if (internalPath == internalPort.received(context.request())) {
      context.next();
    } else {
      Problems.end(context, 404);
    }
  }
}
