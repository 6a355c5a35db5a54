package org.aliasrelay.forward.deliver;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.aliasrelay.alias.contract.LossReason;
import org.aliasrelay.forward.LedgerConfig;
import org.aliasrelay.forward.ledger.Claim;
import org.aliasrelay.forward.ledger.DeliveryKey;
import org.aliasrelay.forward.ledger.DeliveryKeys;
import org.aliasrelay.forward.ledger.DeliveryLedger;
import org.aliasrelay.forward.ledger.Ending;
import org.aliasrelay.forward.ledger.LedgerUnavailableException;
import org.aliasrelay.forward.plan.PlanRefusedException;
import org.aliasrelay.forward.plan.PlansUnavailableException;
import org.aliasrelay.forward.send.Reference;
import org.aliasrelay.forward.vault.Vault;
import org.aliasrelay.forward.vault.VaultObject;
import org.aliasrelay.forward.vault.VaultUnavailableException;
import org.aliasrelay.ingest.contract.AcceptedMail;
import org.aliasrelay.queue.QueueUnavailableException;
import org.jboss.logging.Logger;

/**
 * One attempt at one delivery. The ledger is written before and after the call to SES, so that a
 * process killed at any point leaves a delivery that the next one can finish.
 */
@ApplicationScoped
public class Delivery {
  private static final Logger LOG = Logger.getLogger(Delivery.class);

  private final DeliveryKeys keys;
  private final DeliveryLedger ledger;
  private final Vault vault;
  private final Composer composer;
  private final Dispatch dispatch;
  private final Evidence evidence;
  private final Aftermath aftermath;
  private final MemoryBudget memory;
  private final Stumbles stumbles;
  private final Demands demands;
  private final LedgerConfig config;
  private final Clock clock;

  Delivery(
      DeliveryKeys keys,
      DeliveryLedger ledger,
      Vault vault,
      Composer composer,
      Dispatch dispatch,
      Evidence evidence,
      Aftermath aftermath,
      MemoryBudget memory,
      Stumbles stumbles,
      Demands demands,
      LedgerConfig config,
      Clock clock) {
    this.keys = keys;
    this.ledger = ledger;
    this.vault = vault;
    this.composer = composer;
    this.dispatch = dispatch;
    this.evidence = evidence;
    this.aftermath = aftermath;
    this.memory = memory;
    this.stumbles = stumbles;
    this.demands = demands;
    this.config = config;
    this.clock = clock;
  }

  private record Errand(AcceptedMail mail, DeliveryKey key, Place place) {}

  /**
   * Brings the delivery as far as it can be brought now.
   *
   * @param place left as soon as somebody else may have it
   */
  public Outcome deliver(AcceptedMail mail, Place place) throws InterruptedException {
    Instant turn = Instant.ofEpochSecond(mail.notBefore());
    Instant now = clock.instant();
    DeliveryKey key = keys.of(mail.mailId(), mail.routeToken());
    Errand errand = new Errand(mail, key, place);
    try {
      if (mail.dropped() || turn.isAfter(now)) {
        // Little is to be done, and nothing for SES.
        place.close();
      }
      if (mail.dropped()) {
        return drop(errand, now);
      }
      dispatch.recordWhatIsKnown(key);
      return turn.isAfter(now) ? postpone(errand, turn, now) : work(errand, now);
    } catch (LedgerUnavailableException e) {
      evidence.ledgerIsAway();
      return new Outcome.Waiting("PostgreSQL");
    } catch (VaultUnavailableException e) {
      return new Outcome.Waiting("S3");
    } catch (QueueUnavailableException e) {
      return new Outcome.Waiting("SQS");
    }
  }

  /** Claimed for no time at all, it is known to have been let in: no drop can undo that. */
  private Outcome postpone(Errand errand, Instant turn, Instant now)
      throws LedgerUnavailableException, VaultUnavailableException, QueueUnavailableException {
    return switch (ledger.claim(errand.key(), now, Duration.ZERO)) {
      case Claim.Claimed _ -> new Outcome.Postponed(turn);
      case Claim.Leased(Instant until) -> new Outcome.NotBefore(until);
      case Claim.Terminal(Ending ending) -> finish(errand, ending);
    };
  }

  private Outcome work(Errand errand, Instant now)
      throws LedgerUnavailableException,
          VaultUnavailableException,
          QueueUnavailableException,
          InterruptedException {
    try (Opening opening = Opening.of(vault, errand.mail().vaultKey())) {
      return switch (ledger.claim(errand.key(), now, config.claimLease())) {
        case Claim.Claimed claim when evidence.mayBeUnheard(claim) ->
            new Outcome.NotBefore(evidence.heardBy());
        case Claim.Claimed claim when dispatch.isHalted() -> dispatch.halt(errand.key(), claim);
        case Claim.Claimed claim -> attempt(errand, claim, opening);
        case Claim.Leased(Instant until) -> new Outcome.NotBefore(until);
        case Claim.Terminal(Ending ending) -> finish(errand, ending);
      };
    }
  }

  /**
   * The content goes, unless somebody was let in and still waits: perhaps this very recipient. The
   * owner is told of a loss only if it is one.
   */
  private Outcome drop(Errand errand, Instant now)
      throws LedgerUnavailableException, VaultUnavailableException, QueueUnavailableException {
    return finish(errand, ledger.drop(errand.key(), errand.mail().loss(), now));
  }

  /**
   * The mail ended in an earlier life; the steps after that are repeated. How many trackers it had
   * went with that life: the ledger keeps nothing of what was in a mail, and to read the mail again
   * for a count it may be too late. None are counted then.
   */
  private Outcome finish(Errand errand, Ending ending)
      throws LedgerUnavailableException, VaultUnavailableException, QueueUnavailableException {
    return finish(errand, ending, 0);
  }

  private Outcome finish(Errand errand, Ending ending, int trackersRemoved)
      throws LedgerUnavailableException, VaultUnavailableException, QueueUnavailableException {
    errand.place().close();
    aftermath.settle(errand.mail(), errand.key(), ending, trackersRemoved);
    return new Outcome.Finished();
  }

  private Outcome attempt(Errand errand, Claim.Claimed claim, Opening opening)
      throws LedgerUnavailableException,
          VaultUnavailableException,
          QueueUnavailableException,
          InterruptedException {
    try (Composed composed = read(errand, opening)) {
      return switch (composed.composition()) {
        case Composition.Ready ready -> send(errand, claim, ready);
        case Composition.Impossible(LossReason reason) -> refuse(errand, claim, reason.name());
        case Composition.Orphaned() -> refuse(errand, claim, Aftermath.NOBODY_TO_TELL);
      };
    } catch (NotComposedException e) {
      return stumble(errand, claim, String.valueOf(e.getMessage()), LossReason.UNREADABLE);
    } catch (NoRoomException e) {
      demands.remember(errand.key(), e.needed());
      Instant now = clock.instant();
      ledger.release(errand.key(), claim.fence(), now);
      return new Outcome.NotBefore(now.plus(memory.comeBackAfter()));
    } catch (PlansUnavailableException e) {
      ledger.release(errand.key(), claim.fence(), clock.instant());
      return new Outcome.Waiting("alias-api");
    } catch (VaultUnavailableException | InterruptedException e) {
      ledger.release(errand.key(), claim.fence(), clock.instant());
      throw e;
    }
  }

  /**
   * Reads the mail and lets go of the vault: sending may take long, and to delete what was sent
   * needs a connection, which must not wait for those that others hold to delete.
   */
  private Composed read(Errand errand, Opening opening)
      throws PlansUnavailableException,
          VaultUnavailableException,
          NoRoomException,
          NotComposedException,
          InterruptedException {
    try (VaultObject stored = opening.await().orElse(null)) {
      return stored == null
          ? new Composed(new Composition.Impossible(LossReason.CONTENT_GONE), Optional.empty())
          : read(errand, stored);
    }
  }

  private Composed read(Errand errand, VaultObject stored)
      throws PlansUnavailableException,
          VaultUnavailableException,
          NoRoomException,
          NotComposedException,
          InterruptedException {
    MemoryBudget.Room room = memory.reserve(demands.of(errand.key(), stored.size()));
    boolean isHanded = false;
    try {
      Composed composed = new Composed(compose(errand.mail(), stored, room), Optional.of(room));
      isHanded = true;
      return composed;
    } finally {
      if (!isHanded) {
        room.close();
      }
    }
  }

  /** A mail in memory, and the room it takes there. */
  private record Composed(Composition composition, Optional<MemoryBudget.Room> room)
      implements AutoCloseable {
    @Override
    public void close() {
      room.ifPresent(MemoryBudget.Room::close);
    }
  }

  /**
   * An exception that nobody foresaw, or a stack that was too small, is about this mail: it must
   * not go round the queue until it is buried there, for then its owner would never hear of it.
   */
  private Composition compose(AcceptedMail mail, VaultObject stored, MemoryBudget.Room room)
      throws PlansUnavailableException,
          VaultUnavailableException,
          NoRoomException,
          NotComposedException {
    try {
      return composer.compose(mail, stored, room);
    } catch (PlanRefusedException e) {
      throw new NotComposedException("plan refused, " + e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      throw new NotComposedException(e.getClass().getSimpleName());
    }
  }

  private Outcome stumble(Errand errand, Claim.Claimed claim, String cause, LossReason reason)
      throws LedgerUnavailableException, VaultUnavailableException, QueueUnavailableException {
    LOG.errorf("mailId=%s outcome=STUMBLED reason=%s", errand.mail().mailId(), cause);
    Optional<Duration> pause = stumbles.add(errand.key());
    if (pause.isEmpty()) {
      return refuse(errand, claim, reason.name());
    }
    Instant now = clock.instant();
    ledger.release(errand.key(), claim.fence(), now);
    return new Outcome.Postponed(now.plus(pause.get()));
  }

  private Outcome send(Errand errand, Claim.Claimed claim, Composition.Ready ready)
      throws LedgerUnavailableException,
          VaultUnavailableException,
          QueueUnavailableException,
          InterruptedException {
    AcceptedMail mail = errand.mail();
    var reference = new Reference(mail.mailId().value(), mail.routeToken());
    return switch (dispatch.send(errand.key(), claim, ready, reference, mail.mailId())) {
      case Dispatch.Result.Sent(var kind) ->
          finish(errand, new Ending.Sent(kind), ready.trackersRemoved());
      case Dispatch.Result.Refused() -> refuse(errand, claim, LossReason.REJECTED_BY_SES.name());
      case Dispatch.Result.Doubtful(String cause) ->
          stumble(errand, claim, cause, LossReason.REJECTED_BY_SES);
      case Dispatch.Result.NotNow(Outcome outcome) -> outcome;
    };
  }

  private Outcome refuse(Errand errand, Claim.Claimed claim, String reason)
      throws LedgerUnavailableException, VaultUnavailableException, QueueUnavailableException {
    if (!ledger.refused(errand.key(), claim.fence(), reason, clock.instant())) {
      return new Outcome.NotBefore(clock.instant().plus(config.sendMargin()));
    }
    LOG.warnf(
        "mailId=%s outcome=REFUSED reason=%s attempt=%d",
        errand.mail().mailId(), reason, claim.attempts());
    return finish(errand, new Ending.Refused(reason));
  }
}
