package org.aliasrelay.e2e.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request asks for, in the words of whoever answers it. */
final class HttpNames {
  private static final Pattern QUEUE = Pattern.compile("\"QueueUrl\"\\s*:\\s*\"[^\"]*/([^\"/]+)\"");
  private static final String SQS = "AmazonSQS.";
  private static final String SES = "/v2/email/";

  private HttpNames() {}

  static Operation of(HttpMessage request) {
    String target = request.field("X-Amz-Target").orElse("");
    if (target.startsWith(SQS)) {
      String action = target.substring(SQS.length());
      String name = "SQS " + action + " " + queue(request.text());
      return action.equals("ReceiveMessage") ? Operation.poll(name) : Operation.named(name);
    }
    String path = request.path();
    if (path.startsWith(SES)) {
      return Operation.named("SES " + ses(request.method(), path.substring(SES.length())));
    }
    if (path.startsWith("/internal/")) {
      return Operation.named("alias-api " + request.method() + " " + path);
    }
    return Operation.named("S3 " + request.method() + " " + bucket(path));
  }

  private static String queue(String body) {
    Matcher url = QUEUE.matcher(body);
    return url.find() ? url.group(1) : "";
  }

  private static String ses(String method, String path) {
    return path.equals("outbound-emails")
        ? "SendEmail"
        : method + " " + path.replaceFirst("(addresses)/.*", "$1");
  }

  /** Not the key: each mail has one of its own. */
  private static String bucket(String path) {
    return path.replaceFirst("^/([^/]*).*", "$1");
  }
}
