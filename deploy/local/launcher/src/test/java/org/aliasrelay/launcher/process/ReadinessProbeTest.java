package org.aliasrelay.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ReadinessProbeTest {
  private final AtomicInteger notYet = new AtomicInteger();
  private final AtomicReference<String> body = new AtomicReference<>("");
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
          byte[] answer = body.get().getBytes(StandardCharsets.UTF_8);
          int status = notYet.getAndDecrement() > 0 ? 503 : 200;
          exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
          exchange.getResponseBody().write(answer);
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
    assertThat(probe(Duration.ofSeconds(20)).await(uri(), () -> true, Optional::empty))
        .isInstanceOf(Readiness.Ready.class);
    assertThat(notYet).hasNegativeValue();
  }

  @Test
  void seesThatThePartIsDead() throws Exception {
    notYet.set(Integer.MAX_VALUE);
    assertThat(probe(Duration.ofSeconds(20)).await(uri(), () -> false, Optional::empty))
        .isInstanceOf(Readiness.Died.class);
  }

  @Test
  void isNotFooledByAnotherProgramOnThePort() throws Exception {
    assertThat(probe(Duration.ofSeconds(20)).await(uri(), () -> false, Optional::empty))
        .isInstanceOf(Readiness.Died.class);
  }

  @Test
  void losesPatience() throws Exception {
    notYet.set(Integer.MAX_VALUE);
    assertThat(probe(Duration.ofMillis(1)).await(uri(), () -> true, Optional::empty))
        .isInstanceOf(Readiness.TooSlow.class);
  }

  @Test
  void waitsNoLongerThanThereIsHope() throws Exception {
    notYet.set(Integer.MAX_VALUE);
    AtomicInteger looks = new AtomicInteger();

    Readiness readiness =
        probe(Duration.ofSeconds(20))
            .await(
                uri(),
                () -> true,
                () -> Optional.of("full").filter(why -> looks.incrementAndGet() > 1));

    assertThat(readiness).isEqualTo(new Readiness.Hopeless("full"));
    assertThat(looks).hasValue(2);
  }

  @Test
  void tellsWhatThePartLacks() throws Exception {
    notYet.set(1);
    body.set(
        """
        {"status": "DOWN", "checks": [
          {"name": "queues", "status": "UP"},
          {"name": "disk", "status": "DOWN", "data": {"left": "3 MB", "needed": "64 MB"}},
          {"name": "database", "status": "DOWN"}]}
        """);

    Health health = probe(Duration.ZERO).ask(uri());

    assertThat(health.up()).isFalse();
    assertThat(health.lacks()).containsExactly("disk (3 MB, 64 MB)", "database");
    assertThat(probe(Duration.ZERO).ask(uri())).isEqualTo(new Health(true, List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{}", "[1]", "\"down\"", "{\"checks\": 5}"})
  void tellsNothingOfWhatItCannotRead(String answer) throws Exception {
    notYet.set(1);
    body.set(answer);

    assertThat(probe(Duration.ZERO).ask(uri())).isEqualTo(new Health(false, List.of()));
  }

  private ReadinessProbe probe(Duration patience) {
    return new ReadinessProbe(http, patience);
  }

  private URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }
}
