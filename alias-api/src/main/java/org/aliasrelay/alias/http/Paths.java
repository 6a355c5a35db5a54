package org.aliasrelay.alias.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Reads {@code //api/…} as {@code /api/…}: Bitwarden joins a base URL that ends in a slash with a
 * path that starts with one, and takes a redirect for a failure.
 */
@ApplicationScoped
class Paths {
  private static final Pattern SLASHES = Pattern.compile("/{2,}");
  private static final int FIRST = 1000;

  void register(@Observes Filters filters) {
    filters.register(Paths::tidy, FIRST);
  }

  private static void tidy(RoutingContext context) {
    HttpServerRequest request = context.request();
    String path = request.path();
    if (path == null || !path.contains("//")) {
      context.next();
      return;
    }
    String query = request.query();
    String tidy = SLASHES.matcher(path).replaceAll("/");
    context.reroute(query == null ? tidy : tidy + "?" + query);
  }

  /** What no resource and no mapper has answered: unknown paths, and failures before a resource. */
  void catchAll(@Observes Router router) {
    router.route().last().handler(context -> Problems.end(context, 404));
    router
        .route()
        .failureHandler(
            context ->
                Problems.end(context, context.statusCode() < 400 ? 500 : context.statusCode()));
  }
}
