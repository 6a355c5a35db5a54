package org.aliasrelay.ingest.admit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.function.Function;

/** alias-api as mail-ingest sees it: one path, one credential, answers on demand. */
public final class AliasApiStub {
  private final String authorization;
  private final HttpServer server;
  private volatile Answer answer = new Answer(503, question -> "");
  private volatile String lastQuestion = "";

  public AliasApiStub(String credential) {
    authorization = "Service " + credential;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/internal/routes", this::reply);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public void answer(int status, String body) {
    answer(status, question -> body);
  }

  /** Answers each question, a RouteRequest in JSON, on its own. */
  public void answer(int status, Function<String, String> body) {
    answer = new Answer(status, body);
  }

  String lastQuestion() {
    return lastQuestion;
  }

  public void stop() {
    server.stop(0);
  }

  private void reply(HttpExchange exchange) throws IOException {
    lastQuestion = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    Answer current = answer;
    boolean known = authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] body = known ? current.body().apply(lastQuestion).getBytes(UTF_8) : new byte[0];
    exchange.sendResponseHeaders(
        known ? current.status() : 401, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private record Answer(int status, Function<String, String> body) {}
}
