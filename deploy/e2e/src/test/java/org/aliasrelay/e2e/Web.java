package org.aliasrelay.e2e;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An HTTP client that knows nothing of the relay. */
public final class Web {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** An answer. */
  public record Answer(HttpResponse<byte[]> response) {
    public Answer expect(int status) {
      if (response.statusCode() != status) {
        throw new AssertionError(
            "%s: %d instead of %d: %s"
                .formatted(response.uri(), response.statusCode(), status, text()));
      }
      return this;
    }

    int status() {
      return response.statusCode();
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      try {
        return JSON.readTree(text());
      } catch (JsonProcessingException e) {
        throw new AssertionError(e);
      }
    }
  }

  public Answer get(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)).GET());
  }

  public Answer get(String url, String authorization) {
    return send(json(url, authorization).GET());
  }

  /** As a browser asks before it sends what another site's page wants (CORS). */
  Answer preflight(String url) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Origin", "https://page.example")
            .header("Access-Control-Request-Method", "PUT")
            .method("OPTIONS", BodyPublishers.noBody()));
  }

  Answer put(String url, String authorization, Object body) {
    return send(json(url, authorization).PUT(BodyPublishers.ofString(write(body))));
  }

  /** For what has no owner, such as the local cloud's own settings. */
  Answer put(String url, Object body) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(write(body))));
  }

  Answer postForm(String url, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  Answer post(String url, String authorization, Object body) {
    return send(json(url, authorization).POST(BodyPublishers.ofString(write(body))));
  }

  /** With fields of one's own, name and value in turn. */
  Answer postWith(String url, Object body, String... fields) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .headers(fields)
            .POST(BodyPublishers.ofString(write(body))));
  }

  Answer patch(String url, String authorization, Map<String, Object> body) {
    return send(json(url, authorization).method("PATCH", BodyPublishers.ofString(write(body))));
  }

  public Answer delete(String url, String authorization) {
    return send(json(url, authorization).DELETE());
  }

  private static HttpRequest.Builder json(String url, String authorization) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Authorization", authorization)
        .header("Content-Type", "application/json");
  }

  private static String write(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
