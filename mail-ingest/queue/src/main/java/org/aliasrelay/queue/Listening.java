package org.aliasrelay.queue;

import jakarta.inject.Singleton;
import java.time.Instant;

/** Since when this process has heard what its queues have to say. */
@Singleton
public class Listening {
  private final Gates gates;

  Listening(Gates gates) {
    this.gates = gates;
  }

  /**
   * The moment from which on the queue has been received from, and its messages handled, without a
   * break.
   *
   * @param queue its name
   * @param now what is answered if it is not listened to at present
   */
  public Instant since(String queue, Instant now) {
    return gates.named(queue).map(gate -> gate.attendedSince(now)).orElse(now);
  }
}
