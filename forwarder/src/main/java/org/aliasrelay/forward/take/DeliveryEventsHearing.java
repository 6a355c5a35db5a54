package org.aliasrelay.forward.take;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.aliasrelay.forward.deliver.Hearing;
import org.aliasrelay.queue.Listening;

/** Events come over queue {@code delivery-events}. */
@Singleton
class DeliveryEventsHearing implements Hearing {
  private final Listening listening;

  DeliveryEventsHearing(Listening listening) {
    this.listening = listening;
  }

  @Override
  public Instant since(Instant now) {
    return listening.since("delivery-events", now);
  }
}
