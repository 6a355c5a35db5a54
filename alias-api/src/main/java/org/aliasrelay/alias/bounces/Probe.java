package org.aliasrelay.alias.bounces;

import java.time.Instant;
import org.aliasrelay.alias.sealing.Fingerprint;

/** The one mail by which a paused mailbox is tried out. */
sealed interface Probe {
  /** There is none. */
  record None() implements Probe {}

  /** A mail was let in for it, and is on its way to the forwarder. */
  record Chosen(Fingerprint mail, Instant at) implements Probe {}

  /** The forwarder was told to send it; said again, this is when it was said last. */
  record Planned(Fingerprint mail, Instant at) implements Probe {}

  /** SES has it: from now on the mailbox can refuse it. */
  record Sent(Fingerprint mail, Instant at) implements Probe {}

  /** Whether it is this mail. */
  default boolean is(Fingerprint other) {
    return switch (this) {
      case None _ -> false;
      case Chosen(Fingerprint mail, Instant _) -> mail.equals(other);
      case Planned(Fingerprint mail, Instant _) -> mail.equals(other);
      case Sent(Fingerprint mail, Instant _) -> mail.equals(other);
    };
  }
}
