package org.aliasrelay.local.door;

/** What became of a message at the door. */
public sealed interface Reception {
  /** In S3, and announced. */
  record Accepted(String mailId) implements Reception {}

  /** The message itself is at fault; trying again is no use. */
  record Refused(String reason) implements Reception {}

  /** S3 or SQS is away; nothing was kept. */
  record Deferred() implements Reception {}
}
