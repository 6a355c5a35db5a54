package org.aliasrelay.local.mailbox;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.TreeSet;

/** Paths of the mailbox port with the methods each knows. */
final class Paths {
  private final Router router;

  Paths(Router router) {
    this.router = router;
  }

  /** Handlers may block. GET answers HEAD too; any other method gets a 405. */
  void serve(String path, Map<HttpMethod, Handler<RoutingContext>> handlers) {
    var allowed = new TreeSet<String>();
    handlers.forEach(
        (method, handler) -> {
          allowed.add(method.name());
          router.route(method, path).blockingHandler(handler, false);
          if (method.equals(HttpMethod.GET)) {
            allowed.add(HttpMethod.HEAD.name());
            router.route(HttpMethod.HEAD, path).blockingHandler(handler, false);
          }
        });
    router
        .route(path)
        .handler(
            context -> {
              context.response().putHeader("Allow", String.join(", ", allowed));
              context.fail(405);
            });
  }
}
