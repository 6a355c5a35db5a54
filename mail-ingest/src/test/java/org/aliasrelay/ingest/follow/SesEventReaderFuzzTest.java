package org.aliasrelay.ingest.follow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.ingest.contract.DeliveryEvent;
import org.aliasrelay.ingest.contract.MailId;
import org.aliasrelay.ingest.verify.Edit;

/** Whatever an event says: an outcome, and one that can be told to the others. */
class SesEventReaderFuzzTest {
  private static final String VALID =
      """
      {"eventType":"Bounce","bounce":{"bounceType":"Transient","bounceSubType":"MailboxFull",\
      "bouncedRecipients":[{"emailAddress":"a@b.example"}]},"mail":{"messageId":"ses-1",\
      "tags":{"delivery":["4f2a"],"attempt":["2"],"mail":["mail-1"],"route":["AZ_token"]}}}\
      """;

  private final SesEventReader reader = new SesEventReader();

  @FuzzTest(maxDuration = "5m")
  void anyTextGivesAnOutcome(byte[] text) {
    canBeTold(new String(text, UTF_8));
  }

  @FuzzTest(maxDuration = "5m")
  void changedEventGivesAnOutcome(byte[] change) {
    canBeTold(Edit.of(VALID, change));
  }

  private void canBeTold(String text) {
    if (reader.read(text) instanceof EventReading.Ours(SendEvent event)) {
      DeliveryEvent told =
          DeliveryEvent.of(event.delivery(), event.attempt(), event.sesMessageId());
      assertThat(told.attempt()).isPositive();
      event
          .subject()
          .ifPresent(
              subject -> {
                assertThat(new MailId(subject.mail()).value()).isNotEmpty();
                assertThat(new RouteToken(subject.route()).value()).isNotEmpty();
              });
    }
  }
}
