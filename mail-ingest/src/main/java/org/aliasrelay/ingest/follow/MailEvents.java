package org.aliasrelay.ingest.follow;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.aliasrelay.alias.contract.AliasActivity;
import org.aliasrelay.alias.contract.LossReason;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.ingest.contract.DeliveryEvent;
import org.aliasrelay.ingest.publish.EventIds;
import org.aliasrelay.ingest.verify.ForgeryReason;
import org.aliasrelay.ingest.verify.Topic;
import org.aliasrelay.ingest.verify.Verification;
import org.aliasrelay.ingest.verify.Verifier;
import org.aliasrelay.queue.Disposition;
import org.aliasrelay.queue.MessageHandler;
import org.aliasrelay.queue.QueueMessage;
import org.aliasrelay.queue.QueuePublisher;
import org.aliasrelay.queue.QueueUnavailableException;
import org.aliasrelay.telemetry.contract.RelayEvent;

/**
 * What follows from one message on the queue {@code mail-events}: the forwarder learns that SES
 * took an attempt, alias-api what became of the mail. Told twice, they count it once.
 */
@Singleton
class MailEvents implements MessageHandler {
  /**
   * For what may mend itself, and must not hold up other events meanwhile. It is put back and not
   * hidden, so that it never counts as received too often; in the end it is too old to be believed.
   */
  private static final Duration ODD_MESSAGE_DELAY = Duration.ofMinutes(5);

  private final Verifier verifier;
  private final SesEventReader reader;
  private final QueuePublisher queues;
  private final FollowRecord record;

  MailEvents(
      @Topic(Topic.Of.MAIL_EVENTS) Verifier verifier,
      SesEventReader reader,
      QueuePublisher queues,
      FollowRecord record) {
    this.verifier = verifier;
    this.reader = reader;
    this.queues = queues;
    this.record = record;
  }

  @Override
  public Disposition handle(QueueMessage message) {
    return switch (verifier.verify(message.body())) {
      case Verification.Verified(String event) -> read(event);
      case Verification.Forged(ForgeryReason reason) -> poison("forged: " + reason.wireName());
      case Verification.Unverifiable(Verification.Cause cause) ->
          switch (cause) {
            case CERTIFICATE_HOST_AWAY -> new Disposition.Unavailable("the SNS certificate host");
            case SETTINGS_IN_DOUBT -> new Disposition.Unavailable(Verification.SETTINGS_TO_CHECK);
            case CERTIFICATE_MISSING -> {
              record.later();
              yield new Disposition.Postpone(ODD_MESSAGE_DELAY);
            }
          };
    };
  }

  private Disposition read(String text) {
    return switch (reader.read(text)) {
      case EventReading.Ours(SendEvent event) -> follow(event);
      case EventReading.OfNoConcern() -> {
        record.passedOver();
        yield new Disposition.Done();
      }
      case EventReading.Malformed() -> poison("malformed event");
    };
  }

  private Disposition follow(SendEvent event) {
    try {
      queues.publish(
          "delivery-events",
          List.of(DeliveryEvent.of(event.delivery(), event.attempt(), event.sesMessageId())));
      Optional<AliasActivity> activity =
          event.subject().flatMap(subject -> activity(subject, event.what()));
      if (activity.isPresent()) {
        queues.publish("alias-activity", List.of(activity.get()));
      }
    } catch (QueueUnavailableException e) {
      return new Disposition.Unavailable("the queues");
    }
    kind(event.what()).ifPresent(kind -> count(event, kind));
    record.followed(event.what());
    return new Disposition.Done();
  }

  private static Optional<AliasActivity> activity(SendEvent.Subject of, SendEvent.What what) {
    RouteToken token = new RouteToken(of.route());
    return switch (what) {
      case TAKEN -> Optional.empty();
      case REJECTED ->
          Optional.of(AliasActivity.blocked(of.mail(), token, LossReason.REJECTED_BY_SES));
      case MESSAGE_BOUNCE ->
          Optional.of(AliasActivity.blocked(of.mail(), token, LossReason.MESSAGE_REFUSED));
      case HARD_BOUNCE ->
          Optional.of(AliasActivity.of(of.mail(), token, AliasActivity.Kind.HARD_BOUNCE));
      case SOFT_BOUNCE ->
          Optional.of(AliasActivity.of(of.mail(), token, AliasActivity.Kind.SOFT_BOUNCE));
      case SUPPRESSED ->
          Optional.of(AliasActivity.of(of.mail(), token, AliasActivity.Kind.SUPPRESSED));
      case COMPLAINT ->
          Optional.of(AliasActivity.of(of.mail(), token, AliasActivity.Kind.COMPLAINT));
    };
  }

  private static Optional<RelayEvent.Kind> kind(SendEvent.What what) {
    return switch (what) {
      case TAKEN -> Optional.empty();
      case REJECTED, MESSAGE_BOUNCE -> Optional.of(RelayEvent.Kind.MAIL_REFUSED);
      case HARD_BOUNCE, SUPPRESSED -> Optional.of(RelayEvent.Kind.HARD_BOUNCE);
      case SOFT_BOUNCE -> Optional.of(RelayEvent.Kind.SOFT_BOUNCE);
      case COMPLAINT -> Optional.of(RelayEvent.Kind.COMPLAINT);
    };
  }

  /** Nothing waits for a count. */
  private void count(SendEvent event, RelayEvent.Kind kind) {
    String id = EventIds.of(event.delivery(), kind.name() + " " + event.attempt());
    try {
      queues.publish("relay-events", List.of(RelayEvent.of(id, kind)));
    } catch (QueueUnavailableException e) {
      record.uncounted();
    }
  }

  private Disposition poison(String reason) {
    record.poison();
    return new Disposition.Poison(reason);
  }
}
