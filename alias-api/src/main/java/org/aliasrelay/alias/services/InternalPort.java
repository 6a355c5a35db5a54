package org.aliasrelay.alias.services;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * A second HTTP server for the other services. Its requests take the same way through the
 * application as public ones; what came in here is known by the port it came to.
 */
@Singleton
public class InternalPort {
  private static final Logger LOG = Logger.getLogger(InternalPort.class);
  private static final int START_SECONDS = 10;

  /** For Vert.x: any free port, the same for all who name this number. Quarkus names -1. */
  private static final int ANY_SHARED_PORT = -2;

  /** Requests are held open by the other services, which ask all the time. */
  private static final int IDLE_SECONDS = 120;

  private final Vertx vertx;
  private final InternalConfig config;
  private final AtomicInteger port = new AtomicInteger(-1);

  InternalPort(
      Vertx vertx,
      InternalConfig config,
      @ConfigProperty(name = "quarkus.http.port") int publicPort) {
    if (config.port() != 0 && config.port() == publicPort) {
      // Vert.x would let both servers share it, and the internal API would be public.
      throw new IllegalArgumentException("relay.internal.port must not be the public port");
    }
    this.vertx = vertx;
    this.config = config;
  }

  void open(@Observes StartupEvent start) throws Exception {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(config.host())
            .setPort(config.port() == 0 ? ANY_SHARED_PORT : config.port())
            .setIdleTimeout(IDLE_SECONDS)
            .setIdleTimeoutUnit(TimeUnit.SECONDS);
    // One per processor: servers on one port in different event loops share its connections.
    int instances = Runtime.getRuntime().availableProcessors();
    vertx
        .deployVerticle(
            () -> new Listener(options), new DeploymentOptions().setInstances(instances))
        .toCompletionStage()
        .toCompletableFuture()
        .get(START_SECONDS, TimeUnit.SECONDS);
    LOG.infof("Internal API on port %d", port.get());
  }

  void close(@Observes ShutdownEvent stop) {
    // From here on requests on this port count as public ones; Vert.x closes the sockets.
    port.set(-1);
  }

  /** The port that is listened on. */
  public int port() {
    return port.get();
  }

  /** Whether a request came in here. */
  boolean received(HttpServerRequest request) {
    return request.localAddress() != null && request.localAddress().port() == port.get();
  }

  /** One server on one event loop. */
  private final class Listener extends AbstractVerticle {
    private final HttpServerOptions options;

    Listener(HttpServerOptions options) {
      this.options = options;
    }

    @Override
    public void start(Promise<Void> started) {
      HttpServer server = vertx.createHttpServer(options);
      server.requestHandler(VertxHttpRecorder.getRootHandler());
      server
          .listen()
          .onSuccess(listening -> port.set(listening.actualPort()))
          .<Void>mapEmpty()
          .onComplete(started);
    }
  }
}
