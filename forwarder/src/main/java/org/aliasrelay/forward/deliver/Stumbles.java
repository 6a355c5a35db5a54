package org.aliasrelay.forward.deliver;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
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

  /**
   * Counts one more: how long to wait for the next try, one minute, two, four, an hour or two in
   * all; empty if there have been enough.
   */
  Optional<Duration> add(DeliveryKey key) {
    int count = counts.merge(key, 1, Integer::sum);
    if (count >= MOST) {
      var _ = counts.remove(key);
      return Optional.empty();
    }
    return Optional.of(FIRST_PAUSE.multipliedBy(1L << (count - 1)));
  }
}
