package org.aliasrelay.forward.deliver;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.aliasrelay.forward.LedgerConfig;
import org.aliasrelay.forward.ledger.Claim;
import org.aliasrelay.forward.ledger.DeliveryKey;
import org.aliasrelay.forward.ledger.DeliveryLedger;
import org.aliasrelay.forward.ledger.LedgerUnavailableException;
import org.aliasrelay.forward.ledger.SendKind;
import org.aliasrelay.forward.pace.Pace;
import org.aliasrelay.forward.send.MailSender;
import org.aliasrelay.forward.send.OutgoingMail;
import org.aliasrelay.forward.send.Reference;
import org.aliasrelay.forward.send.SendResult;
import org.jboss.logging.Logger;

/**
 * One call to SES between two commits: {@code SENDING} before it, its result after it. A process
 * killed in between leaves a lease that nobody breaks before SES's event could have come.
 */
@ApplicationScoped
class Dispatch {
  private static final Logger LOG = Logger.getLogger(Dispatch.class);

  /** SES slows down what is larger than 10 MB. */
  private static final Duration TIMEOUT_PER_MEBIBYTE = Duration.ofSeconds(2);

  /** SES takes few such calls a second, and the mailbox has been left alone for hours. */
  private static final Duration UNTIL_THE_LIST_IS_ASKED_AGAIN = Duration.ofMinutes(5);

  private final DeliveryLedger ledger;
  private final Pace pace;
  private final MailSender sender;
  private final LedgerConfig config;
  private final Evidence evidence;
  private final Clock clock;

  /** What SES took and the ledger, being away, does not know yet. */
  private final Map<DeliveryKey, Taken> unrecorded = new ConcurrentHashMap<>();

  Dispatch(
      DeliveryLedger ledger,
      Pace pace,
      MailSender sender,
      LedgerConfig config,
      Evidence evidence,
      Clock clock) {
    this.ledger = ledger;
    this.pace = pace;
    this.sender = sender;
    this.config = config;
    this.evidence = evidence;
    this.clock = clock;
  }

  private record Taken(long fence, SendKind kind, String sesMessageId) {}

  /** What came of it. */
  sealed interface Result {
    /** SES took it, and the ledger knows. */
    record Sent(SendKind kind) implements Result {}

    /** SES will never take it; the ledger does not know yet. */
    record Refused() implements Result {}

    /** SES did not take it, and whether it ever will is not clear. */
    record Doubtful(String cause) implements Result {}

    /** Not now. */
    record NotNow(Outcome outcome) implements Result {}
  }

  /** Records what an earlier call of this process came to, if the ledger was away then. */
  void recordWhatIsKnown(DeliveryKey key) throws LedgerUnavailableException {
    Taken taken = unrecorded.get(key);
    if (taken != null) {
      record(key, taken);
    }
  }

  /** Whether SES had no answer to the last calls: then none is prepared either. */
  boolean isHalted() {
    return !sender.isAnswering();
  }

  /** Gives the claim back, to wait until SES has answers again. */
  Outcome halt(DeliveryKey key, Claim.Claimed claim) throws LedgerUnavailableException {
    ledger.release(key, claim.fence(), clock.instant());
    return new Outcome.Waiting("SES: no answer");
  }

  /** Sends it, if its lane's turn comes soon. */
  Result send(
      DeliveryKey key, Claim.Claimed claim, Composition.Ready ready, Reference reference, Object id)
      throws LedgerUnavailableException, InterruptedException {
    if (pace.await(ready.lane()) instanceof Pace.Turn.Later(Duration wait)) {
      Instant now = clock.instant();
      ledger.release(key, claim.fence(), now);
      return new Result.NotNow(new Outcome.Postponed(now.plus(wait)));
    }
    boolean mayBeTaken = false;
    try {
      Optional<String> suppressed = suppression(ready);
      if (suppressed.isPresent()) {
        return new Result.NotNow(holdBack(key, claim, suppressed.get(), id));
      }
      if (!sender.takeTurn()) {
        return new Result.NotNow(halt(key, claim));
      }
      Duration timeout = timeout(ready.message().length);
      Instant sendBefore = clock.instant().plus(timeout);
      int attempt = claim.attempts() + 1;
      Instant leaseUntil = sendBefore.plus(config.sendMargin()).plus(evidence.waitAfter(claim));
      if (!ledger.sending(key, claim.fence(), ready.kind(), leaseUntil)) {
        return new Result.NotNow(new Outcome.NotBefore(clock.instant().plus(config.sendMargin())));
      }
      mayBeTaken = true;
      var outgoing =
          new OutgoingMail(
              ready.from(),
              ready.recipient(),
              key.hex(),
              attempt,
              reference,
              sendBefore,
              ready.message());
      SendResult result = sender.send(outgoing, timeout);
      mayBeTaken = result instanceof SendResult.Sent || result instanceof SendResult.Unknown;
      return settle(key, claim, ready, result, attempt, leaseUntil, id);
    } finally {
      if (!mayBeTaken) {
        pace.giveBack(ready.lane());
      }
    }
  }

  /**
   * Why SES may bounce a probe unsent. That would say nothing of the mailbox, and pause it for
   * longer.
   */
  private Optional<String> suppression(Composition.Ready ready) {
    return ready.probe() ? sender.forgetSuppression(ready.recipient()) : Optional.empty();
  }

  /** For a while only this mail: other mail needs nothing of that list. */
  private Outcome holdBack(DeliveryKey key, Claim.Claimed claim, String cause, Object id)
      throws LedgerUnavailableException {
    LOG.warnf("mailId=%s outcome=POSTPONED reason=suppression list, %s", id, cause);
    Instant now = clock.instant();
    ledger.release(key, claim.fence(), now);
    return new Outcome.Postponed(now.plus(UNTIL_THE_LIST_IS_ASKED_AGAIN));
  }

  private Result settle(
      DeliveryKey key,
      Claim.Claimed claim,
      Composition.Ready ready,
      SendResult result,
      int attempt,
      Instant leaseUntil,
      Object id)
      throws LedgerUnavailableException {
    return switch (result) {
      case SendResult.Sent(String sesMessageId) -> {
        Taken taken = new Taken(claim.fence(), ready.kind(), sesMessageId);
        unrecorded.put(key, taken);
        record(key, taken);
        LOG.infof("mailId=%s outcome=SENT attempt=%d", id, attempt);
        yield new Result.Sent(ready.kind());
      }
      case SendResult.Refused _ -> new Result.Refused();
      case SendResult.Unknown(String cause) -> {
        LOG.warnf("mailId=%s outcome=UNKNOWN reason=%s attempt=%d", id, cause, attempt);
        yield new Result.NotNow(new Outcome.NotBefore(leaseUntil));
      }
      case SendResult.Doubtful(String cause) -> {
        ledger.notTaken(key, claim.fence(), clock.instant());
        yield new Result.Doubtful(cause);
      }
      case SendResult.Deferred(String cause) -> {
        LOG.warnf("mailId=%s outcome=DEFERRED reason=%s attempt=%d", id, cause, attempt);
        ledger.notTaken(key, claim.fence(), clock.instant());
        yield new Result.NotNow(new Outcome.Waiting("SES: " + cause));
      }
    };
  }

  private void record(DeliveryKey key, Taken taken) throws LedgerUnavailableException {
    Instant now = clock.instant();
    if (!ledger.sent(key, taken.fence(), taken.sesMessageId(), now)) {
      // Somebody claimed it since; that SES took it is as true, and keeps them from sending again.
      ledger.evidence(key, taken.sesMessageId(), now);
    }
    unrecorded.remove(key);
  }

  private Duration timeout(int bytes) {
    return config.sendTimeout().plus(TIMEOUT_PER_MEBIBYTE.multipliedBy(bytes >> 20));
  }
}
