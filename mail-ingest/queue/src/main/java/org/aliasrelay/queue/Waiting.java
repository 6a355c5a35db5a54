package org.aliasrelay.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The wait of one message for a dependency, from its first failure on. */
final class Waiting {
  private final ReceiveGate gate;
  private final Patience patience;
  private final Clock clock;
  private final Instant since;
  private final long doneBefore;
  private long openingsSeen;
  private Duration pause;
  private int tries = 1;

  Waiting(ReceiveGate gate, Patience patience, Clock clock) {
    this.gate = gate;
    this.patience = patience;
    this.clock = clock;
    this.since = clock.instant();
    this.doneBefore = gate.done();
    this.openingsSeen = gate.openings();
    this.pause = patience.firstPause();
  }

  /** Waits for its next try: until the gate opens, and longer each time that it does not. */
  void pause() throws InterruptedException {
    if (gate.await(openingsSeen, pause)) {
      tries++;
      pause = patience.nextPause(pause);
    }
    openingsSeen = gate.openings();
  }

  /** Whether it is better put back: the others get through, or it has been held for long. */
  boolean isInVain() {
    boolean alone = tries >= patience.tries() && gate.done() - doneBefore >= patience.others();
    return alone || !clock.instant().isBefore(since.plus(patience.longestWait()));
  }
}
