package org.aliasrelay.local.notify;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** One message published on a topic. Prints its id only. */
record Notification(UUID id, String topicArn, String subject, String message, Instant at) {
  static final String TYPE = "Notification";

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  String timestamp() {
    return MILLIS.format(at);
  }

  /** What SNS signs: names and values in the order of the names, each on a line. */
  String canonicalText() {
    return "Message\n"
        + message
        + "\nMessageId\n"
        + id
        + "\nSubject\n"
        + subject
        + "\nTimestamp\n"
        + timestamp()
        + "\nTopicArn\n"
        + topicArn
        + "\nType\n"
        + TYPE
        + "\n";
  }

  @Override
  public String toString() {
    return "Notification[" + id + "]";
  }
}
