package org.aliasrelay.local.notify;

/** A topic that AWS publishes on. */
@FunctionalInterface
public interface Topic {
  /** Returns when every subscriber has the message. */
  void publish(String subject, String message) throws TopicUnavailableException;
}
