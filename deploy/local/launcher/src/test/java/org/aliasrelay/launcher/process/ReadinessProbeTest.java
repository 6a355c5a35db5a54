package org.aliasrelay.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReadinessProbeTest {
  private final AtomicInteger notYet = new AtomicInteger();
  private final HttpServer server = server();
  private final HttpClient http = HttpClient.newHttpClient();

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void answer() {
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(notYet.getAndDecrement() > 0 ? 503 : 200, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    http.close();
  }

  @Test
  void waitsUntilThePartSaysItIsReady() throws Exception {
    notYet.set(3);
    assertThat(probe(Duration.ofSeconds(20)).await(uri(), () -> true))
        .isInstanceOf(Readiness.Ready.class);
    assertThat(notYet).hasNegativeValue();
  }

  @Test
  void seesThatThePartIsDead() throws Exception {
    notYet.set(Integer.MAX_VALUE);
    assertThat(probe(Duration.ofSeconds(20)).await(uri(), () -> false))
        .isInstanceOf(Readiness.Died.class);
  }

  @Test
  void isNotFooledByAnotherProgramOnThePort() throws Exception {
    assertThat(probe(Duration.ofSeconds(20)).await(uri(), () -> false))
        .isInstanceOf(Readiness.Died.class);
  }

  @Test
  void losesPatience() throws Exception {
    notYet.set(Integer.MAX_VALUE);
    assertThat(probe(Duration.ofMillis(1)).await(uri(), () -> true))
        .isInstanceOf(Readiness.TooSlow.class);
  }

  private ReadinessProbe probe(Duration patience) {
    return new ReadinessProbe(http, patience);
  }

  private URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }
}
