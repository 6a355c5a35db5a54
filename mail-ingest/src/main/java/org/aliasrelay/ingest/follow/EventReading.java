package org.aliasrelay.ingest.follow;

/** What reading an event gave. */
sealed interface EventReading {
  /** An event about a send of ours. */
  record Ours(SendEvent event) implements EventReading {}

  /** Nothing to follow: another sender's, or of a kind that has no consequence. */
  record OfNoConcern() implements EventReading {}

  /** Not an event at all. */
  record Malformed() implements EventReading {}
}
