package org.aliasrelay.forward.deliver;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.aliasrelay.alias.contract.AliasActivity;
import org.aliasrelay.forward.ledger.Claim;
import org.aliasrelay.forward.ledger.DeliveryKey;
import org.aliasrelay.forward.ledger.DeliveryKeys;
import org.aliasrelay.forward.ledger.DeliveryLedger;
import org.aliasrelay.forward.ledger.LedgerUnavailableException;
import org.aliasrelay.forward.plan.PlansUnavailableException;
import org.aliasrelay.forward.send.MailSender;
import org.aliasrelay.forward.send.OutgoingMail;
import org.aliasrelay.forward.send.SendResult;
import org.aliasrelay.forward.vault.Vault;
import org.aliasrelay.forward.vault.VaultObject;
import org.aliasrelay.forward.vault.VaultUnavailableException;
import org.aliasrelay.ingest.contract.AcceptedMail;
import org.aliasrelay.queue.QueueUnavailableException;
import org.aliasrelay.telemetry.contract.RelayEvent;
import org.jboss.logging.Logger;

/**
 * One attempt at one delivery. The ledger is written before and after the call to SES, so that a
 * process killed at any point leaves a delivery that the next one can finish.
 */
@ApplicationScoped
public class Delivery {
  private static final Logger LOG = Logger.getLogger(Delivery.class);

  /** Ample for reading and rewriting; how long others wait if this process is killed meanwhile. */
  private static final Duration CLAIM_LEASE = Duration.ofSeconds(30);

  private static final Duration SEND_TIMEOUT = Duration.ofSeconds(15);
  private static final Duration SEND_TIMEOUT_PER_MEBIBYTE = Duration.ofSeconds(1);

  /** The lease outlives the call by this much: enough to commit its result. */
  private static final Duration LEASE_MARGIN = Duration.ofSeconds(5);

  private final DeliveryKeys keys;
  private final DeliveryLedger ledger;
  private final Vault vault;
  private final Composer composer;
  private final MailSender sender;
  private final Aftermath aftermath;
  private final MemoryBudget memory;
  private final Clock clock;

  Delivery(
      DeliveryKeys keys,
      DeliveryLedger ledger,
      Vault vault,
      Composer composer,
      MailSender sender,
      Aftermath aftermath,
      MemoryBudget memory,
      Clock clock) {
    this.keys = keys;
    this.ledger = ledger;
    this.vault = vault;
    this.composer = composer;
    this.sender = sender;
    this.aftermath = aftermath;
    this.memory = memory;
    this.clock = clock;
  }

  /** Brings the delivery as far as it can be brought now. */
  public Outcome deliver(AcceptedMail mail) throws InterruptedException {
    DeliveryKey key = keys.of(mail.mailId(), mail.routeToken());
    try {
      Instant now = clock.instant();
      return switch (ledger.claim(key, now, CLAIM_LEASE)) {
        case Claim.Claimed claim -> attempt(mail, key, claim);
        case Claim.Leased(Instant until) -> new Outcome.NotBefore(until);
        case Claim.Terminal _ -> finish(mail, key);
      };
    } catch (LedgerUnavailableException e) {
      return new Outcome.Waiting("PostgreSQL");
    } catch (VaultUnavailableException e) {
      return new Outcome.Waiting("S3");
    } catch (QueueUnavailableException e) {
      return new Outcome.Waiting("SQS");
    }
  }

  /** The mail ended in an earlier life; the steps after that are repeated. */
  private Outcome finish(AcceptedMail mail, DeliveryKey key)
      throws LedgerUnavailableException, VaultUnavailableException {
    aftermath.cleanUp(mail);
    ledger.done(key, clock.instant());
    return new Outcome.Finished();
  }

  private Outcome attempt(AcceptedMail mail, DeliveryKey key, Claim.Claimed claim)
      throws LedgerUnavailableException,
          VaultUnavailableException,
          QueueUnavailableException,
          InterruptedException {
    try (VaultObject stored = vault.open(mail.vaultKey()).orElse(null)) {
      if (stored == null) {
        return refuse(mail, key, claim, RefuseReason.CONTENT_GONE);
      }
      try (var _ = memory.reserve(stored.size())) {
        return switch (composer.compose(mail, stored)) {
          case Composition.Ready ready -> send(mail, key, claim, ready);
          case Composition.Impossible(RefuseReason reason) -> refuse(mail, key, claim, reason);
        };
      }
    } catch (PlansUnavailableException e) {
      ledger.release(key, claim.fence(), clock.instant());
      return new Outcome.Waiting("alias-api");
    } catch (VaultUnavailableException | InterruptedException e) {
      ledger.release(key, claim.fence(), clock.instant());
      throw e;
    } catch (IOException e) {
      throw new VaultUnavailableException(e.getClass().getSimpleName());
    }
  }

  private Outcome send(
      AcceptedMail mail, DeliveryKey key, Claim.Claimed claim, Composition.Ready ready)
      throws LedgerUnavailableException, VaultUnavailableException, QueueUnavailableException {
    Duration timeout = timeout(ready.message().length);
    Instant leaseUntil = clock.instant().plus(timeout).plus(LEASE_MARGIN);
    int attempt = claim.attempts() + 1;
    if (!ledger.sending(key, claim.fence(), leaseUntil)) {
      return new Outcome.NotBefore(leaseUntil);
    }
    var outgoing =
        new OutgoingMail(ready.from(), ready.recipient(), key.tag(), attempt, ready.message());
    return switch (sender.send(outgoing, timeout)) {
      case SendResult.Sent(String sesMessageId) ->
          sent(mail, key, claim, ready.kind(), sesMessageId);
      case SendResult.Deferred(String cause) -> {
        LOG.warnf("mailId=%s outcome=DEFERRED reason=%s attempt=%d", mail.mailId(), cause, attempt);
        ledger.release(key, claim.fence(), clock.instant());
        yield new Outcome.Waiting("SES");
      }
      case SendResult.Refused _ -> refuse(mail, key, claim, RefuseReason.REJECTED_BY_SES);
      case SendResult.Unknown(String cause) -> {
        LOG.warnf("mailId=%s outcome=UNKNOWN reason=%s attempt=%d", mail.mailId(), cause, attempt);
        yield new Outcome.NotBefore(leaseUntil);
      }
    };
  }

  private static Duration timeout(int bytes) {
    return SEND_TIMEOUT.plus(SEND_TIMEOUT_PER_MEBIBYTE.multipliedBy(bytes >> 20));
  }

  private Outcome sent(
      AcceptedMail mail,
      DeliveryKey key,
      Claim.Claimed claim,
      Composition.Kind kind,
      String sesMessageId)
      throws LedgerUnavailableException, VaultUnavailableException, QueueUnavailableException {
    ledger.sent(key, claim.fence(), sesMessageId, clock.instant());
    LOG.infof("mailId=%s outcome=SENT attempt=%d", mail.mailId(), claim.attempts() + 1);
    switch (kind) {
      case FORWARD ->
          aftermath.settle(mail, key, AliasActivity.Kind.FORWARDED, RelayEvent.Kind.MAIL_FORWARDED);
      case REPLY ->
          aftermath.settle(mail, key, AliasActivity.Kind.REPLIED, RelayEvent.Kind.REPLY_SENT);
    }
    return new Outcome.Finished();
  }

  private Outcome refuse(
      AcceptedMail mail, DeliveryKey key, Claim.Claimed claim, RefuseReason reason)
      throws LedgerUnavailableException, VaultUnavailableException, QueueUnavailableException {
    if (!ledger.refused(key, claim.fence(), reason.name(), clock.instant())) {
      return new Outcome.NotBefore(clock.instant().plus(LEASE_MARGIN));
    }
    LOG.warnf("mailId=%s outcome=REFUSED reason=%s", mail.mailId(), reason);
    aftermath.settle(mail, key, AliasActivity.Kind.BLOCKED, RelayEvent.Kind.MAIL_REFUSED);
    return new Outcome.Finished();
  }
}
