package org.aliasrelay.queue;

import java.time.Duration;
import java.util.List;

/** Gives messages to a queue. */
public interface QueuePublisher {
  /**
   * Sends each message as JSON. Returns only when the queue has taken them all; after an exception
   * some may have been taken, so repeating is right and consumers see duplicates.
   *
   * @param queueName the name without the installation's base URL
   * @throws QueueUnavailableException if the queue has not taken every one of them
   */
  default void publish(String queueName, List<?> messages) throws QueueUnavailableException {
    publish(queueName, messages, Duration.ZERO);
  }

  /**
   * The same for messages that nobody shall receive before a while.
   *
   * @param delay cut to 15 minutes, SQS's longest; the receiver must know by itself if it is longer
   * @throws QueueUnavailableException if the queue has not taken every one of them
   */
  void publish(String queueName, List<?> messages, Duration delay) throws QueueUnavailableException;
}
