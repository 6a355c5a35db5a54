package org.aliasrelay.queue;

import java.time.Duration;

/**
 * How long is waited for what. One message that fails for ever must not stop its queue, and an
 * outage must not draw the whole queue in to fail.
 *
 * @param firstPause before a waiting message is tried a second time; it doubles at each try
 * @param longestPause how far it doubles
 * @param tries whoever failed so often, and saw {@code others} get through meanwhile, waits alone
 * @param others so few could be luck in an outage that is not complete
 * @param longestWait how long a message is held in hand at most: then it makes room for another,
 *     which may show that the outage is over
 * @param firstProbe before one message is received by a closed gate; it doubles at each probe
 * @param longestProbe how far it doubles; with a queue that nobody waits for, an outage is noticed
 *     to be over so late at most
 * @param mostWaiting with so many in hand, their own tries are probes enough
 */
record Patience(
    Duration firstPause,
    Duration longestPause,
    int tries,
    int others,
    Duration longestWait,
    Duration firstProbe,
    Duration longestProbe,
    int mostWaiting) {

  /** Half of the 64 places that each channel of the forwarder has, so that a probe finds one. */
  private static final int HALF_THE_PLACES = 32;

  static final Patience USUAL =
      new Patience(
          Duration.ofMillis(500),
          Duration.ofSeconds(15),
          6,
          20,
          Duration.ofHours(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          HALF_THE_PLACES);

  Duration nextPause(Duration pause) {
    return shorter(pause.multipliedBy(2), longestPause);
  }

  Duration nextProbe(Duration probe) {
    return shorter(probe.multipliedBy(2), longestProbe);
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
