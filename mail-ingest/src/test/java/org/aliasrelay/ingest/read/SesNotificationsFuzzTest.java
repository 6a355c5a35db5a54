package org.aliasrelay.ingest.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import org.aliasrelay.ingest.read.Notification.Received;
import org.aliasrelay.ingest.verify.Edit;

/** Whatever a notification says: an outcome, and none that leads into somebody else's content. */
class SesNotificationsFuzzTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VALID = Notifications.received().json();

  private final SesNotifications notifications = new SesNotifications(new OurMail());

  @FuzzTest(maxDuration = "5m")
  void anyTextGivesAnOutcome(byte[] text) throws IOException {
    leadsNowhereElse(new String(text, UTF_8));
  }

  /** The first byte says where a second change begins: some faults need two. */
  @FuzzTest(maxDuration = "5m")
  void changedNotificationGivesAnOutcome(byte[] changes) throws IOException {
    int second = changes.length == 0 ? 0 : Math.min(changes.length, 1 + (changes[0] & 0xff));
    byte[] first = Arrays.copyOfRange(changes, Math.min(1, second), second);
    String once = Edit.of(VALID, first);
    leadsNowhereElse(Edit.of(once, Arrays.copyOfRange(changes, second, changes.length)));
  }

  private void leadsNowhereElse(String text) throws IOException {
    if (notifications.read(text) instanceof Received(ReceivedMail mail)) {
      assertThat(mail.vaultKey().value()).endsWith(mail.id().value()).doesNotContain("..");
      assertThat(JSON.readTree(text).at("/receipt/action/bucketName").asText())
          .isEqualTo(Notifications.BUCKET);
      assertThat(mail.recipients()).doesNotHaveDuplicates();
    }
  }
}
