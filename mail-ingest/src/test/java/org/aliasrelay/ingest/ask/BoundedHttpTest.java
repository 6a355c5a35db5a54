package org.aliasrelay.ingest.ask;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a host that says what it is told, and then nothing more. */
class BoundedHttpTest {
  private static final Duration TIMEOUT = Duration.ofMillis(300);

  private final BoundedHttp http = new BoundedHttp(TIMEOUT, 10);
  private ServerSocket host;

  @BeforeEach
  void open() throws IOException {
    host = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    host.close();
  }

  private HttpRequest question(String answer) {
    Thread.startVirtualThread(() -> say(answer));
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + host.getLocalPort())).build();
  }

  /** Until the other end hangs up. */
  private void say(String answer) {
    try (Socket connection = host.accept()) {
      connection.getOutputStream().write(answer.getBytes(US_ASCII));
      connection.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The test is over.
      return;
    }
  }

  @Test
  void givesTheAnswer() throws Exception {
    var answer = http.ask(question("HTTP/1.1 503 Away\r\nContent-Length: 2\r\n\r\nno"));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("no".getBytes(US_ASCII));
  }

  @Test
  void waitsNoLongerForABodyThanForAHeader() {
    assertThatIOException().isThrownBy(() -> http.ask(question("")));
    String half = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf";
    assertThatIOException().isThrownBy(() -> http.ask(question(half)));
  }

  @Test
  void readsNoMoreThanItsBound() {
    String long11 = "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n12345678901";
    assertThatIOException().isThrownBy(() -> http.ask(question(long11)));
  }
}
