package org.aliasrelay.local.front;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The AWS services behind the front, told apart as AWS itself would name them. */
enum AwsService {
  SQS,
  S3,
  SES;

  /** {@code Credential=<key>/<date>/<region>/<service>/aws4_request}, in a header or in a query. */
  private static final Pattern CREDENTIAL_SCOPE =
      Pattern.compile("[^/\\s,]+/\\d{8}/[^/]*/([a-z0-9-]+)/aws4_request");

  /** The service the client says it signed for, else the one the request looks like. */
  static Optional<AwsService> wantedBy(HttpServerRequest request) {
    return signedFor(request.getHeader(HttpHeaders.AUTHORIZATION))
        .or(() -> signedFor(request.getParam("X-Amz-Credential")))
        .or(() -> targetOf(request.getHeader("X-Amz-Target")))
        .or(() -> pathOf(request.path()))
        .or(() -> formOf(request));
  }

  /**
   * An unsigned form of the query protocol, which SES v1 and SQS share. SQS is asked at a queue's
   * own path, so that the body need not be held back to see its action.
   */
  private static Optional<AwsService> formOf(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    boolean isForm = type != null && type.startsWith("application/x-www-form-urlencoded");
    return isForm && request.method().equals(HttpMethod.POST) ? Optional.of(SES) : Optional.empty();
  }

  private static Optional<AwsService> signedFor(@Nullable String credential) {
    if (credential == null) {
      return Optional.empty();
    }
    var scope = CREDENTIAL_SCOPE.matcher(credential);
    if (!scope.find()) {
      return Optional.empty();
    }
    return switch (scope.group(1)) {
      case "sqs" -> Optional.of(SQS);
      case "s3" -> Optional.of(S3);
      case "ses" -> Optional.of(SES);
      default -> Optional.empty();
    };
  }

  private static Optional<AwsService> targetOf(@Nullable String target) {
    return target != null && target.startsWith("AmazonSQS.") ? Optional.of(SQS) : Optional.empty();
  }

  private static Optional<AwsService> pathOf(@Nullable String path) {
    if (path == null) {
      return Optional.empty();
    }
    if (path.startsWith("/v2/email/")) {
      return Optional.of(SES);
    }
    return path.matches("/\\d{12}(/.*)?") ? Optional.of(SQS) : Optional.empty();
  }
}
