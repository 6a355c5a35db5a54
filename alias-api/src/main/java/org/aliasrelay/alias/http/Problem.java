package org.aliasrelay.alias.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as every client understands it: the members of RFC 9457, {@code error} and {@code
 * message} for the SimpleLogin and addy.io families, {@code error_code} and {@code error_context}
 * for Relay's. Only texts of this code, never an exception's, and never {@code <}: Bitwarden throws
 * such a body away.
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String error,
    String message,
    @JsonProperty("error_code") String code,
    @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("error_context")
        @Nullable Map<String, Object> context) {
  /** In which a bucket of requests gains some. */
  private static final int A_SECOND = 1;

  /** RFC 9457, section 3. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * An error.
   *
   * @param code stable, for programs
   * @param detail one sentence, for people
   */
  public static Problem of(int status, String code, String detail) {
    return new Problem(
        "urn:alias-relay:problem:" + code,
        title(status),
        status,
        detail,
        detail,
        detail,
        code,
        null);
  }

  /** The error of a status that no part of the code has more to say about. */
  public static Problem of(int status) {
    return switch (status) {
      case 400 -> of(status, "invalid", "The request cannot be understood.");
      case 401 -> of(status, "not_authenticated", "A valid API key or access token is needed.");
      case 403 -> of(status, "forbidden", "This key or token does not allow that.");
      case 404 -> of(status, "not_found", "Nothing is here.");
      case 405 -> of(status, "method_not_allowed", "This method cannot be used here.");
      case 406 -> of(status, "not_acceptable", "The answer can be given as JSON only.");
      case 413 -> of(status, "too_large", "The request is too large.");
      case 415 -> of(status, "unsupported_media_type", "Send the request as application/json.");
      case 429 -> of(status, "rate_limited", "Too many requests; try again later.");
      case 503 -> of(status, "unavailable", "The service is busy or not ready; try again soon.");
      default ->
          status < 500
              ? of(status, "refused", "The request was refused.")
              : of(status, "server_error", "Something went wrong on our side.");
    };
  }

  /** With facts that a program can act on. */
  public Problem with(String key, Object value) {
    return new Problem(type, title, status, detail, error, message, code, Map.of(key, value));
  }

  /** As an HTTP answer. */
  public Response response() {
    Response.ResponseBuilder answer = Response.status(status).type(MEDIA_TYPE).entity(this);
    return switch (status) {
      case 401 -> answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
      case 429 -> answer.header(HttpHeaders.RETRY_AFTER, A_SECOND).build();
      default -> answer.build();
    };
  }

  private static String title(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null ? "Error" : known.getReasonPhrase();
  }
}
