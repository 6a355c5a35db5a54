package org.aliasrelay.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.aliasrelay.alias.contract.AliasActivity;
import org.aliasrelay.alias.contract.LossReason;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.ingest.contract.DeliveryEvent;
import org.aliasrelay.ingest.publish.InMemoryQueues;
import org.aliasrelay.ingest.verify.Believing;
import org.aliasrelay.queue.Disposition;
import org.aliasrelay.queue.QueueMessage;
import org.aliasrelay.telemetry.contract.RelayEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailEventsTest {
  private static final RouteToken ROUTE = new RouteToken("AZ_token");

  private final Believing sns = new Believing();
  private final InMemoryQueues queues = new InMemoryQueues();
  private final MailEvents events =
      new MailEvents(
          sns.verifier(),
          new SesEventReader(),
          queues,
          new FollowRecord(new SimpleMeterRegistry()));

  @ParameterizedTest
  @ValueSource(strings = {"Send", "Delivery", "DeliveryDelay"})
  void forwarderLearnsThatAnAttemptWasTaken(String type) {
    assertThat(take(event(type, "{}"))).isEqualTo(new Disposition.Done());

    assertThat(queues.on("delivery-events")).containsExactly(DeliveryEvent.of("4f2a", 2, "ses-1"));
    assertThat(queues.on("alias-activity")).isEmpty();
    assertThat(queues.on("relay-events")).isEmpty();
  }

  @Test
  void wordOfWelcomeIsNoEvent() {
    assertThat(take("Successfully validated SNS topic for Amazon SES event publishing."))
        .isEqualTo(new Disposition.Done());
    assertThat(queues.on("delivery-events")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Permanent, General, HARD_BOUNCE",
    "Permanent, NoEmail, HARD_BOUNCE",
    "Permanent, Suppressed, SUPPRESSED",
    "Permanent, OnAccountSuppressionList, SUPPRESSED",
    "Transient, General, SOFT_BOUNCE",
    "Transient, MailboxFull, SOFT_BOUNCE",
    "Undetermined, Undetermined, SOFT_BOUNCE",
  })
  void bounceIsToldOfItsMail(String type, String subType, AliasActivity.Kind kind) {
    take(event("Bounce", bounce(type, subType)));

    assertThat(queues.on("alias-activity"))
        .containsExactly(AliasActivity.of("mail-1", ROUTE, kind));
    assertThat(queues.on("delivery-events")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MessageTooLarge", "ContentRejected", "AttachmentRejected"})
  void bounceOfTheMessageIsNotTheMailboxesFault(String subType) {
    take(event("Bounce", bounce("Transient", subType)));

    assertThat(queues.on("alias-activity"))
        .containsExactly(AliasActivity.blocked("mail-1", ROUTE, LossReason.MESSAGE_REFUSED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"not-spam", "Not-Spam", "auth-failure", "virus"})
  void reportThatIsNoComplaintTurnsNothingOff(String feedbackType) {
    take(event("Complaint", "{\"complaintFeedbackType\":\"" + feedbackType + "\"}"));

    assertThat(queues.on("alias-activity")).isEmpty();
    assertThat(queues.on("relay-events")).isEmpty();
    assertThat(queues.on("delivery-events")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abuse", "fraud", "other", "opt-out", "something-new"})
  void whateverElseIsReportedIsAComplaint(String feedbackType) {
    take(event("Complaint", "{\"complaintFeedbackType\":\"" + feedbackType + "\"}"));

    assertThat(queues.on("alias-activity"))
        .containsExactly(AliasActivity.of("mail-1", ROUTE, AliasActivity.Kind.COMPLAINT));
  }

  @Test
  void complaintOfBeforeIsASuppressionAndNoNewComplaint() {
    take(event("Complaint", "{\"complaintSubType\":\"OnAccountSuppressionList\"}"));

    assertThat(queues.on("alias-activity"))
        .containsExactly(AliasActivity.of("mail-1", ROUTE, AliasActivity.Kind.SUPPRESSED));
  }

  @Test
  void complaintIsTold() {
    take(event("Complaint", "{\"complainedRecipients\":[{\"emailAddress\":\"a@b.example\"}]}"));

    assertThat(queues.on("alias-activity"))
        .containsExactly(AliasActivity.of("mail-1", ROUTE, AliasActivity.Kind.COMPLAINT));
    assertThat(queues.on("relay-events"))
        .extracting(event -> ((RelayEvent) event).kind())
        .containsExactly(RelayEvent.Kind.COMPLAINT);
  }

  @Test
  void virusFoundAfterTheSendIsALoss() {
    take(event("Reject", "{\"reason\":\"Bad content\"}"));

    assertThat(queues.on("alias-activity"))
        .containsExactly(AliasActivity.blocked("mail-1", ROUTE, LossReason.REJECTED_BY_SES));
  }

  @Test
  void bounceOfANoticeConcernsNoAlias() {
    String notice =
        event("Bounce", bounce("Permanent", "General"))
            .replace("\"mail\":[\"mail-1\"],\"route\":[\"AZ_token\"]", "\"other\":[\"x\"]");

    assertThat(take(notice)).isEqualTo(new Disposition.Done());

    assertThat(queues.on("alias-activity")).isEmpty();
    assertThat(queues.on("delivery-events")).hasSize(1);
  }

  @Test
  void toldTwiceItIsCountedOnce() {
    String bounce = event("Bounce", bounce("Permanent", "General"));
    take(bounce);
    take(bounce);

    assertThat(List.copyOf(queues.on("relay-events")).stream().distinct()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"eventType\":\"Open\",\"mail\":{}}",
        "{\"eventType\":\"Send\",\"mail\":{\"messageId\":\"x\",\"tags\":{}}}",
        "{\"notificationType\":\"Bounce\",\"bounce\":{},\"mail\":{}}",
        "{\"eventType\":\"Rendering Failure\"}",
      })
  void whatIsNotOursIsPassedOver(String text) {
    assertThat(take(text)).isEqualTo(new Disposition.Done());

    assertThat(queues.on("delivery-events")).isEmpty();
    assertThat(queues.on("alias-activity")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "null", "{\"eventType\":7}", "{} {}"})
  void whatIsNoEventIsPoison(String text) {
    assertThat(take(text)).isInstanceOf(Disposition.Poison.class);
  }

  @Test
  void forgedEventIsPoisonAndTellsNobody() {
    QueueMessage forged =
        new QueueMessage(
            "1", sns.wrap(event("Complaint", "{}")).replace("Complaint", "Complaimt"), 1);

    assertThat(events.handle(forged)).isInstanceOf(Disposition.Poison.class);

    assertThat(queues.on("delivery-events")).isEmpty();
    assertThat(queues.on("alias-activity")).isEmpty();
  }

  /**
   * Hidden for five minutes a hundred times, it would lie in the dead letters with its addresses.
   */
  @Test
  void eventWhoseCertificateIsMissingIsPutBackAndNotHidden() {
    sns.certificateMissing();

    assertThat(take(event("Send", "{}")))
        .isEqualTo(new Disposition.Postpone(Duration.ofMinutes(5)));
  }

  @Test
  void waitsWhenAQueueIsAway() {
    queues.stop("alias-activity");

    assertThat(take(event("Bounce", bounce("Permanent", "General"))))
        .isInstanceOf(Disposition.Unavailable.class);
  }

  private Disposition take(String event) {
    return events.handle(new QueueMessage("1", sns.wrap(event), 1));
  }

  private static String bounce(String type, String subType) {
    return """
    {"bounceType":"%s","bounceSubType":"%s","bouncedRecipients":[{"emailAddress":"a@b.example","action":"failed"}]}\
    """
        .formatted(type, subType);
  }

  private static String event(String type, String details) {
    return """
    {"eventType":"%s","%s":%s,"mail":{"messageId":"ses-1","destination":["a@b.example"],\
    "tags":{"delivery":["4f2a"],"attempt":["2"],"mail":["mail-1"],"route":["AZ_token"]}}}\
    """
        .formatted(type, type.toLowerCase(Locale.ROOT), details);
  }
}
