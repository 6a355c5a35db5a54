package org.aliasrelay.forward.deliver;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.aliasrelay.forward.ledger.DeliveryKey;

/**
 * How often a mail failed for itself alone: it could not be composed, or SES gave an odd answer. A
 * few tries tell a fault that passes from one that no repetition mends; then the mail ends with a
 * reason, and its owner hears of it.
 */
@Singleton
class Stumbles {
  /** A fault that is not about the mail has hours to pass. */
  private static final int MOST = 8;

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

  /** Beyond that the oldest is forgotten, and only tried more often. */
  private static final int REMEMBERED = 10_000;

  private final Recent<DeliveryKey, Integer> counts = new Recent<>(REMEMBERED);

  /** Counts one more. */
  int add(DeliveryKey key) {
    return counts.merge(key, 1, Integer::sum);
  }

  void forget(DeliveryKey key) {
    var _ = counts.remove(key);
  }

  static boolean areTooMany(int count) {
    return count >= MOST;
  }

  /** One minute, two, four: about two hours in all. */
  static Duration pauseAfter(int count) {
    return FIRST_PAUSE.multipliedBy(1L << (count - 1));
  }
}
