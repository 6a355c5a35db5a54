package org.aliasrelay.forward.deliver;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.aliasrelay.alias.contract.AliasActivity;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.forward.ledger.DeliveryKey;
import org.aliasrelay.forward.ledger.DeliveryKeys;
import org.aliasrelay.forward.ledger.DeliveryLedger;
import org.aliasrelay.forward.ledger.LedgerUnavailableException;
import org.aliasrelay.forward.vault.Vault;
import org.aliasrelay.forward.vault.VaultUnavailableException;
import org.aliasrelay.ingest.contract.AcceptedMail;
import org.aliasrelay.queue.QueuePublisher;
import org.aliasrelay.queue.QueueUnavailableException;
import org.aliasrelay.telemetry.contract.RelayEvent;
import org.jboss.logging.Logger;

/**
 * What follows the end of a delivery: the message is deleted when its last recipient is done, then
 * the end is told, then the ledger is closed. Each step can be repeated.
 */
@ApplicationScoped
class Aftermath {
  private static final Logger LOG = Logger.getLogger(Aftermath.class);

  private final DeliveryLedger ledger;
  private final DeliveryKeys keys;
  private final Vault vault;
  private final QueuePublisher queues;
  private final Clock clock;

  Aftermath(
      DeliveryLedger ledger, DeliveryKeys keys, Vault vault, QueuePublisher queues, Clock clock) {
    this.ledger = ledger;
    this.keys = keys;
    this.vault = vault;
    this.queues = queues;
    this.clock = clock;
  }

  /** After an attempt of this very process, which knows how it ended. */
  void settle(
      AcceptedMail mail, DeliveryKey key, AliasActivity.Kind activity, RelayEvent.Kind event)
      throws LedgerUnavailableException, VaultUnavailableException, QueueUnavailableException {
    cleanUp(mail);
    queues.publish(
        "alias-activity",
        List.of(
            AliasActivity.of(mail.mailId().value(), new RouteToken(mail.routeToken()), activity)));
    tellTelemetry(RelayEvent.of(key.tag(), event));
    ledger.done(key, clock.instant());
  }

  /** Deletes the message unless another recipient still waits for it. */
  void cleanUp(AcceptedMail mail) throws LedgerUnavailableException, VaultUnavailableException {
    List<DeliveryKey> all =
        mail.siblings().stream().map(token -> keys.of(mail.mailId(), token)).toList();
    if (ledger.allTerminal(all)) {
      vault.delete(mail.vaultKey());
    }
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
