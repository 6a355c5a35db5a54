package org.aliasrelay.local.mailbox;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The HTTP port of the mailbox. */
public final class MailboxPort implements AutoCloseable {
  private final HttpServer server;

  public MailboxPort(Vertx vertx, Mailbox mailbox) {
    var router = Router.router(vertx);
    router.route().handler(MailboxPort::protect);
    var paths = new Paths(router);
    asset(paths, "/mailbox.css", "text/css; charset=utf-8");
    asset(paths, "/mailbox.js", "text/javascript; charset=utf-8");
    new MailboxApi(mailbox).mount(paths);
    new MailboxViews(mailbox).mount(paths);
    router.errorHandler(404, context -> plain(context, 404, "There is no such thing here."));
    router.errorHandler(405, context -> plain(context, 405, "That cannot be done here."));
    router.errorHandler(500, context -> plain(context, 500, "Something broke; see the log."));
    server = vertx.createHttpServer().requestHandler(router);
  }

  public void listen(String host, int port) {
    server.listen(port, host).toCompletionStage().toCompletableFuture().join();
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  private static void protect(RoutingContext context) {
    context
        .response()
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cache-Control", "no-store")
        .putHeader(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:;"
                + " connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none';"
                + " frame-ancestors 'none'");
    context.next();
  }

  private static void asset(Paths paths, String path, String type) {
    String text;
    try (InputStream in = MailboxPort.class.getResourceAsStream(path.substring(1))) {
      if (in == null) {
        throw new IllegalStateException("the mailbox is built without " + path);
      }
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    paths.serve(path, Map.of(HttpMethod.GET, context -> Answers.text(context, 200, type, text)));
  }

  private static void plain(RoutingContext context, int status, String text) {
    Answers.text(context, status, "text/plain; charset=utf-8", text);
  }
}
