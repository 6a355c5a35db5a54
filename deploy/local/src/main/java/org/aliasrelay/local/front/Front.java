package org.aliasrelay.local.front;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The AWS port. What it answers itself is mounted on {@link #open()} and {@link #ses()}; SQS
 * requests are passed on as they are.
 */
public final class Front implements AutoCloseable {

  /** Long polls hold a connection for 20 s each, and a full stack has a few hundred of them. */
  private static final int CONNECTIONS = 1_000;

  /** Below the idle timeout of the servers behind, so that none closes a connection in use. */
  private static final int KEEP_ALIVE_SECONDS = 20;

  private static final int HEADER_BYTES = 64 * 1024;

  private final HttpServer server;
  private final HttpClient client;
  private final Router open;
  private final Router ses;
  private final Handler<HttpServerRequest> queues;
  private final Handler<HttpServerRequest> objects;
  private final List<Supplier<Check>> needs;
  private final AtomicBoolean ready = new AtomicBoolean();

  /**
   * Makes a front that does not listen yet.
   *
   * @param queuesPort where SQS listens, on loopback
   * @param objects answers what is meant for S3
   * @param needs what nothing is ready without, asked each time that somebody asks for health
   */
  public Front(
      Vertx vertx,
      int queuesPort,
      Handler<HttpServerRequest> objects,
      List<Supplier<Check>> needs) {
    this.objects = objects;
    this.needs = List.copyOf(needs);
    open = Router.router(vertx);
    ses = Router.router(vertx);
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS)
                .setMaxHeaderSize(HEADER_BYTES)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS));
    queues = HttpProxy.reverseProxy(client).origin(queuesPort, "127.0.0.1");
    server =
        vertx.createHttpServer(
            new HttpServerOptions()
                .setMaxHeaderSize(HEADER_BYTES)
                .setMaxInitialLineLength(HEADER_BYTES)
                .setHandle100ContinueAutomatically(true));
  }

  /** Paths that belong to no AWS service; a route here wins over every service. */
  public Router open() {
    return open;
  }

  /** Gets the requests meant for SES, v1 and v2, and no others. */
  public Router ses() {
    return ses;
  }

  /** Binds the port; call it when every route is mounted. */
  public void listen(String host, int port) {
    open.get("/_local/health").handler(this::answerHealth);
    open.route().handler(this::pass);
    server.requestHandler(open).listen(port, host).toCompletionStage().toCompletableFuture().join();
  }

  public void becomeReady() {
    ready.set(true);
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
    client.close().toCompletionStage().toCompletableFuture().join();
  }

  /** In MicroProfile Health's words, as the services do. */
  private void answerHealth(RoutingContext context) {
    List<Check> checks =
        Stream.concat(Stream.of(startCheck()), needs.stream().map(Supplier::get)).toList();
    boolean up = checks.stream().allMatch(Check::up);
    context
        .response()
        .setStatusCode(up ? 200 : 503)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(
            new JsonObject()
                .put("status", up ? "UP" : "DOWN")
                .put("checks", new JsonArray(checks.stream().map(Check::json).toList()))
                .encode());
  }

  private Check startCheck() {
    return ready.get()
        ? new Check("start", true, "all parts run")
        : new Check("start", false, "parts are still being started");
  }

  private void pass(RoutingContext context) {
    switch (AwsService.wantedBy(context.request()).orElse(AwsService.S3)) {
      case SQS -> queues.handle(context.request());
      case S3 -> objects.handle(context.request());
      case SES -> ses.handleContext(context);
    }
  }
}
