package org.aliasrelay.forward.deliver;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.aliasrelay.forward.LedgerConfig;
import org.aliasrelay.forward.MailConfig;
import org.aliasrelay.forward.ledger.Claim;

/**
 * SES's word, by an event, on a send whose answer was lost. It is waited for twice: each lease
 * lasts until it should have come; and who could not hear for a time, because the process, the
 * queue or the ledger was down, listens for as long before a send is repeated, for the lease may
 * have ended meanwhile while the word lies in the queue.
 */
@Singleton
class Evidence {
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final Hearing hearing;
  private final Duration wait;
  private final Clock clock;
  private final AtomicReference<Instant> ledgerAway = new AtomicReference<>(Instant.MIN);

  Evidence(Hearing hearing, LedgerConfig config, MailConfig mail, Clock clock) {
    this.hearing = hearing;
    this.wait = mail.configurationSet().isPresent() ? config.evidenceWait() : Duration.ZERO;
    this.clock = clock;
  }

  /** Whether a word on an earlier attempt may have come and not been heard yet. */
  boolean mayBeUnheard(Claim.Claimed claim) {
    if (claim.undecided() == 0 || wait.isZero()) {
      return false;
    }
    Instant now = clock.instant();
    return now.isBefore(heardBy(now));
  }

  /** When all that may lie in the queue will have been heard. */
  Instant heardBy() {
    return heardBy(clock.instant());
  }

  private Instant heardBy(Instant now) {
    Instant hearingSince = hearing.since(now);
    Instant away = ledgerAway.get();
    return (away.isAfter(hearingSince) ? away : hearingSince).plus(wait);
  }

  /**
   * The ledger could not be asked just now. Then no other process can record an event either,
   * though this one may have none in hand that would tell.
   */
  void ledgerIsAway() {
    Instant now = clock.instant();
    ledgerAway.accumulateAndGet(now, (before, at) -> at.isAfter(before) ? at : before);
  }

  /**
   * How long the end of the next attempt is waited for if its answer is lost. Twice as long each
   * time after the first: when answers are lost again and again, each repetition may be a copy.
   */
  Duration waitAfter(Claim.Claimed claim) {
    if (claim.undecided() == 0) {
      return wait;
    }
    Duration pause = Duration.ofMinutes(1).multipliedBy(1L << Math.min(claim.undecided() - 1, 10));
    return wait.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
  }
}
