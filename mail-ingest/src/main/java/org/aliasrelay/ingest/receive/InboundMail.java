package org.aliasrelay.ingest.receive;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.aliasrelay.ingest.admit.Admission;
import org.aliasrelay.ingest.admit.Admission.Deferred;
import org.aliasrelay.ingest.admit.Admissions;
import org.aliasrelay.ingest.discard.Vault;
import org.aliasrelay.ingest.discard.VaultUnavailableException;
import org.aliasrelay.ingest.publish.DecisionPublisher;
import org.aliasrelay.ingest.read.Notification;
import org.aliasrelay.ingest.read.Notification.Fault;
import org.aliasrelay.ingest.read.ReceivedMail;
import org.aliasrelay.ingest.read.SesNotifications;
import org.aliasrelay.ingest.verify.ForgeryReason;
import org.aliasrelay.ingest.verify.Topic;
import org.aliasrelay.ingest.verify.Verification;
import org.aliasrelay.ingest.verify.Verifier;
import org.aliasrelay.queue.Disposition;
import org.aliasrelay.queue.Disposition.Done;
import org.aliasrelay.queue.Disposition.Poison;
import org.aliasrelay.queue.Disposition.Postpone;
import org.aliasrelay.queue.Disposition.Unavailable;
import org.aliasrelay.queue.MessageHandler;
import org.aliasrelay.queue.QueueMessage;
import org.aliasrelay.queue.QueueUnavailableException;

/**
 * What becomes of one notification on the queue {@code inbound-mail}. A crash at any point replays
 * harmlessly: nothing is said to anyone before every recipient is decided about, what is said twice
 * counts once, and the notification is deleted last.
 */
@Singleton
class InboundMail implements MessageHandler {
  /**
   * For what may mend itself, and must not hold up other mail meanwhile. It is put back and not
   * hidden, so that it never counts as received too often; in the end it is too old to be believed.
   */
  private static final Duration ODD_MESSAGE_DELAY = Duration.ofMinutes(5);

  private final Verifier verifier;
  private final SesNotifications notifications;
  private final Admissions admissions;
  private final DecisionPublisher publisher;
  private final Vault vault;
  private final IngestRecord record;

  InboundMail(
      @Topic(Topic.Of.INBOUND_MAIL) Verifier verifier,
      SesNotifications notifications,
      Admissions admissions,
      DecisionPublisher publisher,
      Vault vault,
      IngestRecord record) {
    this.verifier = verifier;
    this.notifications = notifications;
    this.admissions = admissions;
    this.publisher = publisher;
    this.vault = vault;
    this.record = record;
  }

  @Override
  public Disposition handle(QueueMessage message) {
    return switch (verifier.verify(message.body())) {
      case Verification.Verified(String notification) -> read(notification, message);
      case Verification.Forged(ForgeryReason reason) -> poison("forged", reason);
      case Verification.Unverifiable(Verification.Cause cause) -> unverifiable(cause, message);
    };
  }

  private Disposition unverifiable(Verification.Cause cause, QueueMessage message) {
    return switch (cause) {
      case CERTIFICATE_HOST_AWAY -> new Unavailable("the SNS certificate host");
      case CERTIFICATE_MISSING -> later(cause, message);
      case SETTINGS_IN_DOUBT -> new Unavailable(Verification.SETTINGS_TO_CHECK);
    };
  }

  private Disposition read(String notification, QueueMessage message) {
    return switch (notifications.read(notification)) {
      case Notification.Received(ReceivedMail mail) -> admit(mail, message);
      case Notification.Setup() -> {
        record.setup();
        yield new Done();
      }
      case Notification.Malformed(Fault fault) -> poison("malformed", fault);
    };
  }

  private Disposition admit(ReceivedMail mail, QueueMessage message) {
    List<Admission> decisions = admissions.of(mail);
    for (Admission decision : decisions) {
      if (decision instanceof Deferred(Deferred.Cause cause)) {
        return deferred(cause, message);
      }
    }
    return finish(mail, decisions, message);
  }

  private Disposition deferred(Deferred.Cause cause, QueueMessage message) {
    return switch (cause) {
      case ALIAS_API_AWAY -> new Unavailable("alias-api");
      case ALIAS_API_REFUSES -> later(cause, message);
    };
  }

  private Disposition finish(ReceivedMail mail, List<Admission> decisions, QueueMessage message) {
    try {
      publisher.announce(mail, decisions);
      // Whatever was announced, the forwarder deletes: only its ledger knows who still waits.
      if (!DecisionPublisher.isAnnounced(decisions)) {
        vault.delete(mail.vaultKey());
      }
    } catch (QueueUnavailableException e) {
      return new Unavailable("the queues");
    } catch (VaultUnavailableException e) {
      return new Unavailable("the vault");
    }
    publisher.count(mail, decisions);
    decisions.forEach(decision -> record.decided(mail.id(), decision, message.receiveCount()));
    return new Done();
  }

  private Disposition poison(String kind, Enum<?> reason) {
    record.poison(kind, reason);
    return new Poison(kind + ": " + IngestRecord.nameOf(reason));
  }

  private Disposition later(Enum<?> cause, QueueMessage message) {
    record.later(cause, message.receiveCount());
    return new Postpone(ODD_MESSAGE_DELAY);
  }
}
