package org.aliasrelay.local.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NotificationTest {

  @Test
  void signsNamesAndValuesInOrderOfTheNames() {
    var notification =
        new Notification(
            new UUID(0, 1), "arn:topic", "a subject", "a\nmessage", Instant.ofEpochSecond(0));

    assertThat(notification.canonicalText())
        .isEqualTo(
            """
            Message
            a
            message
            MessageId
            00000000-0000-0000-0000-000000000001
            Subject
            a subject
            Timestamp
            1970-01-01T00:00:00.000Z
            TopicArn
            arn:topic
            Type
            Notification
            """);
  }
}
