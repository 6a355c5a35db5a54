package org.aliasrelay.local.notify;

/** The queue behind a topic did not take a message. */
public final class TopicUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says why. */
  public TopicUnavailableException(Throwable cause) {
    super("the queue did not take a notification", cause);
  }
}
