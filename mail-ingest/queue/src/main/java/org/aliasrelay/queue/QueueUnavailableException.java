package org.aliasrelay.queue;

/** A queue did not take a message. The message can be published again. */
public class QueueUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  /** For publishers, those in tests included. The cause names no content. */
  public QueueUnavailableException(String queueName, String cause) {
    super("queue " + queueName + " did not take the message: " + cause);
  }
}
