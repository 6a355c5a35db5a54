package org.aliasrelay.local.queues;

import org.elasticmq.persistence.CreateQueueMetadata;
import org.elasticmq.persistence.sql.DBMessage;

/** What is to be written about a queue or one of its messages. */
sealed interface Change {

  /** The queue exists, with these settings. */
  record QueueSet(CreateQueueMetadata settings) implements Change {}

  /** The queue is gone, and its messages with it. */
  record QueueRemoved(String queue) implements Change {}

  /**
   * The message is in the queue, with this receive count and visibility.
   *
   * @param message a copy: ElasticMQ goes on changing its own
   */
  record MessageSet(String queue, DBMessage message) implements Change {

    /** A message has content and addresses. */
    @Override
    public String toString() {
      return "MessageSet[" + queue + "]";
    }
  }

  record MessageRemoved(String queue, String messageId) implements Change {}
}
