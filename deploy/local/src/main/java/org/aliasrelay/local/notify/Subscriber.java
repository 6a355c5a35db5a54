package org.aliasrelay.local.notify;

/** Whom a topic tells what is published on it. */
@FunctionalInterface
public interface Subscriber {
  /** Returns when it has the notification for good. */
  void take(String notification) throws TopicUnavailableException;
}
