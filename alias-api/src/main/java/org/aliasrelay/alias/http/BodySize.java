package org.aliasrelay.alias.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Refuses bodies that are too large, before they are read where their length is said. */
@ApplicationScoped
class BodySize {
  /** A hundred addresses of full length, or the longest labels, fit several times over. */
  static final long MAX_BYTES = 256 * 1024;

  private static final int AFTER_TIDYING = 950;

  void register(@Observes Filters filters) {
    filters.register(BodySize::check, AFTER_TIDYING);
  }

  private static void check(RoutingContext context) {
    if (length(context.request().getHeader(HttpHeaderNames.CONTENT_LENGTH)) > MAX_BYTES) {
      // What the client still sends is not read, so the connection is of no more use.
      context.addEndHandler(ended -> context.request().connection().close());
      Problems.end(context, 413);
      return;
    }
    // Without a length, BoundedBody counts. Should it not be asked, the framework stops here.
    context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, 2 * MAX_BYTES);
    context.next();
  }

  private static long length(@Nullable String header) {
    try {
      return header == null ? 0 : Long.parseLong(header);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
