package org.aliasrelay.forward.send;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Opens when several calls in a row had no answer: each further one would leave one more mail of
 * which nobody knows whether it was taken. From then on one call now and then tries.
 *
 * <p>Our own, because it must be asked long before the call: before the ledger says that the
 * attempt begins. The breakers of libraries stand around the call.
 */
@Singleton
class CircuitBreaker {
  private static final int MOST = 5;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  private final Clock clock;
  private int unanswered;
  private Duration pause = FIRST_PAUSE;
  private Instant nextTry = Instant.MIN;

  CircuitBreaker(Clock clock) {
    this.clock = clock;
  }

  /** Whether a call could be made now. Mail that then ends without one takes no turn. */
  synchronized boolean admits() {
    return !isOpen() || !clock.instant().isBefore(nextTry);
  }

  /** Whether the caller may make a call now: while it is open, true once for each pause. */
  synchronized boolean takeTurn() {
    boolean admitted = admits();
    if (admitted && isOpen()) {
      nextTry = clock.instant().plus(pause);
      Duration twice = pause.multipliedBy(2);
      pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
    return admitted;
  }

  /** One more call had no answer. Returns whether it is open now. */
  synchronized boolean missed() {
    unanswered++;
    if (unanswered == MOST) {
      pause = FIRST_PAUSE;
      nextTry = clock.instant().plus(pause);
    }
    return isOpen();
  }

  /** There was an answer, whatever it said. */
  synchronized void answered() {
    unanswered = 0;
  }

  private boolean isOpen() {
    return unanswered >= MOST;
  }
}
