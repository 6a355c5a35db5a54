package org.aliasrelay.forward.deliver;

import jakarta.inject.Singleton;
import org.aliasrelay.forward.ledger.DeliveryKey;

/**
 * What room a delivery was found to need beyond the size of its mail, and did not get. Whoever
 * holds some room must not wait for more, so between other large mail it might never get it; the
 * next time it asks for all of it at once, and for that it can wait in line.
 */
@Singleton
class Demands {
  private static final int REMEMBERED = 1_000;

  private final Recent<DeliveryKey, Long> bytes = new Recent<>(REMEMBERED);

  void remember(DeliveryKey key, long needed) {
    bytes.merge(key, needed, Math::max);
  }

  /** At least the size; what was remembered is forgotten. */
  long of(DeliveryKey key, long size) {
    Long needed = bytes.remove(key);
    return needed == null ? size : Math.max(size, needed);
  }
}
