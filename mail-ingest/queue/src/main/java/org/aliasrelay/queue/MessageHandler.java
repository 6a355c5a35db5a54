package org.aliasrelay.queue;

/** Decides what becomes of a message. */
@FunctionalInterface
public interface MessageHandler {
  /**
   * Works on the message. It may be asked again for the same message, so it must be idempotent. A
   * {@link RuntimeException} or an {@link Error} counts as {@link Disposition.RetryAfter} with a
   * growing delay, and in the end as {@link Disposition.Poison}.
   *
   * @throws InterruptedException when the service stops; the message goes back to the queue
   */
  Disposition handle(QueueMessage message) throws InterruptedException;
}
