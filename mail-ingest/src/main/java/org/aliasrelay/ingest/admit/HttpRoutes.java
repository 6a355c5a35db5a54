package org.aliasrelay.ingest.admit;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.RouteRequest;
import org.aliasrelay.ingest.admit.Admission.Deferred.Cause;
import org.aliasrelay.ingest.ask.BoundedHttp;

/** Asks alias-api: {@code POST /internal/routes}. */
@Singleton
final class HttpRoutes implements Routes {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int MAX_ANSWER_BYTES = 16 * 1024;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private final BoundedHttp http = new BoundedHttp(TIMEOUT, MAX_ANSWER_BYTES);
  private final URI endpoint;
  private final String authorization;

  HttpRoutes(AliasApiConfig config) {
    this.endpoint = config.url().resolve("/internal/routes");
    this.authorization = "Service " + config.credential();
  }

  @Override
  public Lookup find(RouteRequest request) {
    try {
      HttpRequest question =
          HttpRequest.newBuilder(endpoint)
              .header("Authorization", authorization)
              .header("Content-Type", "application/json")
              .header("Accept", "application/json")
              .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request)))
              .build();
      return read(http.ask(question));
    } catch (IOException e) {
      return new Lookup.NotNow(Cause.ALIAS_API_AWAY);
    }
  }

  /**
   * A 401, 403 or 404 comes from a wrong setting, or from something else on that port: it says
   * nothing about the recipient. Only a 200 does.
   */
  private static Lookup read(HttpResponse<byte[]> response) throws IOException {
    return switch (response.statusCode()) {
      case 200 -> new Lookup.Found(route(response.body()));
      case 400, 413, 422 -> new Lookup.NotNow(Cause.ALIAS_API_REFUSES);
      default -> new Lookup.NotNow(Cause.ALIAS_API_AWAY);
    };
  }

  private static Route route(byte[] answer) throws IOException {
    Route route = JSON.readValue(answer, Route.class);
    if (route == null) {
      throw new IOException("alias-api answered null");
    }
    return route;
  }
}
