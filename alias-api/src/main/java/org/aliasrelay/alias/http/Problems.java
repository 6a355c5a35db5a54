package org.aliasrelay.alias.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Ends requests that no resource sees with the same documents that resources give. */
public final class Problems {
  private Problems() {}

  /** Ends a request. */
  public static void end(RoutingContext context, int status) {
    if (context.response().ended() || context.response().headWritten()) {
      return;
    }
    Problem problem = Problem.of(status);
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(
            new JsonObject(
                    Map.of(
                        "type", problem.type(),
                        "title", problem.title(),
                        "status", problem.status(),
                        "detail", problem.detail(),
                        "error", problem.error(),
                        "message", problem.message(),
                        "error_code", problem.code()))
                .toBuffer());
  }
}
