package org.aliasrelay.launcher.proof;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Small calls to the stack's HTTP interfaces. */
public final class Http {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client;

  /** Calls through that client. */
  public Http(HttpClient client) {
    this.client = client;
  }

  /** An answer. */
  public record Answer(HttpResponse<byte[]> response) {
    /** The status of HTTP. */
    public int status() {
      return response.statusCode();
    }

    /** The body as bytes. */
    public byte[] body() {
      return response.body();
    }

    /** The body as JSON; missing if it is none. */
    public JsonNode json() {
      try {
        return JSON.readTree(new String(body(), StandardCharsets.UTF_8));
      } catch (JacksonException e) {
        return MissingNode.getInstance();
      }
    }
  }

  /** GET, with an Authorization field unless that is empty. */
  public Answer get(String url, String authorization) throws IOException, InterruptedException {
    return send(request(url, authorization).GET());
  }

  /** POST of a JSON text. */
  public Answer postJson(String url, String authorization, Map<String, Object> body)
      throws IOException, InterruptedException {
    return send(
        request(url, authorization)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  /** POST of a form. */
  public Answer postForm(String url, Map<String, String> form)
      throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(url, "")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** For use in a URL's query or path segment. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static HttpRequest.Builder request(String url, String authorization) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT);
    return authorization.isEmpty() ? builder : builder.header("Authorization", authorization);
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
  }
}
