package org.aliasrelay.local.queues;

import java.util.concurrent.locks.LockSupport;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.persistence.sql.DBMessage;

/**
 * Copies of messages that ElasticMQ goes on changing in another thread, and without a lock: a
 * receipt may have its place in the list already, and not yet its text.
 */
final class Copies {
  private static final long A_MOMENT_NANOS = 100_000;

  /** At least a second; what is half done there is done within a few instructions. */
  private static final int MOST_TRIES = 10_000;

  private Copies() {}

  /** One that could be read. */
  static DBMessage of(InternalMessage message) {
    for (int tries = 1; tries < MOST_TRIES; tries++) {
      try {
        return DBMessage.from(message);
      } catch (RuntimeException halfDone) {
        LockSupport.parkNanos(A_MOMENT_NANOS);
      }
    }
    return DBMessage.from(message);
  }
}
