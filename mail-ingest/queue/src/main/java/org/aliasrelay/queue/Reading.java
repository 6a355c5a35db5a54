package org.aliasrelay.queue;

/** What reading a message gave. */
public sealed interface Reading<T> {

  /** A message of the expected type and version. */
  record Understood<T>(T value) implements Reading<T> {}

  /**
   * Anything else; it belongs to the dead letters.
   *
   * @param reason names no content
   */
  record Unreadable<T>(String reason) implements Reading<T> {}
}
