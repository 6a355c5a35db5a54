package org.aliasrelay.telemetry.problem;

import jakarta.ws.rs.core.Response;

/** The errors that telemetry answers. Each has a stable type, and no text of the caller's. */
public enum Problem {
  /** Outside the closed list, or no event at all. */
  UNKNOWN_EVENT(400, "unknown-event", "Unknown event", "The event is not on the list."),
  /** No such path. */
  NOT_FOUND(404, "not-found", "Not found", "There is nothing here."),
  /** More than an event can take. */
  BODY_TOO_LARGE(413, "body-too-large", "Body too large", "An event takes less than 1 KiB."),
  /** Another media type. */
  NOT_JSON(415, "not-json", "Not JSON", "Send application/json."),
  /** Another method. */
  NOT_ALLOWED(405, "not-allowed", "Method not allowed", "This is not done here."),
  /** Any other fault of the caller. */
  BAD_REQUEST(400, "bad-request", "Bad request", "The request cannot be read."),
  /** A fault of ours. */
  INTERNAL(500, "internal", "Internal error", "Something went wrong here."),
  /** The counts are away. */
  UNAVAILABLE(503, "unavailable", "Not available", "Try again later.");

  private static final String MEDIA_TYPE = "application/problem+json";

  private final int status;
  private final String type;
  private final String title;
  private final String detail;

  Problem(int status, String type, String title, String detail) {
    this.status = status;
    this.type = type;
    this.title = title;
    this.detail = detail;
  }

  static Problem of(int status) {
    return switch (status) {
      case 404 -> NOT_FOUND;
      case 405 -> NOT_ALLOWED;
      case 413 -> BODY_TOO_LARGE;
      case 415 -> NOT_JSON;
      case 503 -> UNAVAILABLE;
      default -> status < 500 ? BAD_REQUEST : INTERNAL;
    };
  }

  /** The answer with this problem. */
  public Response response() {
    return Response.status(status)
        .type(MEDIA_TYPE)
        .entity(new Body("urn:alias-relay:problem:" + type, title, status, detail, type, detail))
        .build();
  }

  /** RFC 9457's members, and the two that existing clients read. */
  record Body(String type, String title, int status, String detail, String error, String message) {}
}
