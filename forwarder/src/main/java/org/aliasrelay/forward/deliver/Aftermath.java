package org.aliasrelay.forward.deliver;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.aliasrelay.alias.contract.AliasActivity;
import org.aliasrelay.alias.contract.LossReason;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.forward.alarm.Alarms;
import org.aliasrelay.forward.ledger.DeliveryKey;
import org.aliasrelay.forward.ledger.DeliveryKeys;
import org.aliasrelay.forward.ledger.DeliveryLedger;
import org.aliasrelay.forward.ledger.Ending;
import org.aliasrelay.forward.ledger.LedgerUnavailableException;
import org.aliasrelay.forward.ledger.SendKind;
import org.aliasrelay.forward.vault.Vault;
import org.aliasrelay.forward.vault.VaultUnavailableException;
import org.aliasrelay.ingest.contract.AcceptedMail;
import org.aliasrelay.queue.QueuePublisher;
import org.aliasrelay.queue.QueueUnavailableException;
import org.aliasrelay.telemetry.contract.RelayEvent;
import org.jboss.logging.Logger;

/**
 * What follows the end of a delivery: the message is deleted when its last recipient is done, then
 * the end is told, then the ledger is closed. Each step can be repeated, and is after a crash:
 * whoever is told counts a delivery once.
 */
@ApplicationScoped
class Aftermath {
  /** Stands in the ledger where an alias was deleted while its mail was on its way. */
  static final String NOBODY_TO_TELL = "ALIAS_GONE";

  private static final Logger LOG = Logger.getLogger(Aftermath.class);

  private final DeliveryLedger ledger;
  private final DeliveryKeys keys;
  private final Vault vault;
  private final QueuePublisher queues;
  private final Alarms alarms;
  private final Clock clock;

  Aftermath(
      DeliveryLedger ledger,
      DeliveryKeys keys,
      Vault vault,
      QueuePublisher queues,
      Alarms alarms,
      Clock clock) {
    this.ledger = ledger;
    this.keys = keys;
    this.vault = vault;
    this.queues = queues;
    this.alarms = alarms;
    this.clock = clock;
  }

  /**
   * @param trackersRemoved as far as it is known
   */
  void settle(AcceptedMail mail, DeliveryKey key, Ending ending, int trackersRemoved)
      throws LedgerUnavailableException, VaultUnavailableException, QueueUnavailableException {
    cleanUp(mail);
    switch (ending) {
      case Ending.Sent(SendKind kind) -> {
        tellOwner(activity(mail, kind, trackersRemoved));
        tellTelemetry(RelayEvent.of(key.tag(), event(kind)));
        ledger.done(key, clock.instant());
      }
      case Ending.Refused(String reason) -> {
        if (reason.equals(LossReason.CONTENT_GONE.name())) {
          alarms.strike("content-gone");
        }
        if (!reason.equals(NOBODY_TO_TELL)) {
          tellOwner(blocked(mail, reason));
        }
        tellTelemetry(RelayEvent.of(key.tag(), RelayEvent.Kind.MAIL_REFUSED));
        ledger.done(key, clock.instant());
      }
      // Telemetry has it from whoever dropped it.
      case Ending.Dropped(String reason) -> {
        tellOwner(blocked(mail, reason));
        ledger.done(key, clock.instant());
      }
      case Ending.Done() -> {}
    }
  }

  /** Deletes the message unless another recipient still waits for it. */
  private void cleanUp(AcceptedMail mail)
      throws LedgerUnavailableException, VaultUnavailableException {
    boolean only = mail.siblings().size() == 1 && !mail.dropped();
    if (only || ledger.allTerminal(siblings(mail))) {
      vault.delete(mail.vaultKey());
    }
  }

  private List<DeliveryKey> siblings(AcceptedMail mail) {
    return mail.siblings().stream().map(token -> keys.of(mail.mailId(), token)).toList();
  }

  private static AliasActivity activity(AcceptedMail mail, SendKind kind, int trackersRemoved) {
    String mailId = mail.mailId().value();
    return switch (kind) {
      case FORWARD -> AliasActivity.forwarded(mailId, token(mail), trackersRemoved);
      case REPLY -> AliasActivity.of(mailId, token(mail), AliasActivity.Kind.REPLIED);
      case NOTICE -> throw new IllegalStateException("a notice is no mail of an alias");
    };
  }

  private static AliasActivity blocked(AcceptedMail mail, String reason) {
    return AliasActivity.blocked(mail.mailId().value(), token(mail), LossReason.valueOf(reason));
  }

  private static RelayEvent.Kind event(SendKind kind) {
    return switch (kind) {
      case FORWARD -> RelayEvent.Kind.MAIL_FORWARDED;
      case REPLY -> RelayEvent.Kind.REPLY_SENT;
      case NOTICE -> RelayEvent.Kind.NOTICE_SENT;
    };
  }

  private static RouteToken token(AcceptedMail mail) {
    return new RouteToken(mail.routeToken());
  }

  private void tellOwner(AliasActivity activity) throws QueueUnavailableException {
    queues.publish("alias-activity", List.of(activity));
  }

  /** Nobody's mail waits for a count. */
  private void tellTelemetry(RelayEvent event) {
    try {
      queues.publish("relay-events", List.of(event));
    } catch (QueueUnavailableException e) {
      LOG.warn("an event was not counted");
    }
  }
}
