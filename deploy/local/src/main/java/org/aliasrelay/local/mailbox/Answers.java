package org.aliasrelay.local.mailbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Ends a request. */
final class Answers {
  private Answers() {}

  static void html(RoutingContext context, String page) {
    text(context, 200, "text/html; charset=utf-8", page);
  }

  static void json(RoutingContext context, String json) {
    text(context, 200, "application/json", json);
  }

  static void text(RoutingContext context, int status, String type, String text) {
    bytes(context, status, type, Buffer.buffer(text));
  }

  static void bytes(RoutingContext context, int status, String type, Buffer content) {
    var response = context.response();
    if (!response.ended()) {
      response.setStatusCode(status).putHeader("Content-Type", type).end(content);
    }
  }
}
