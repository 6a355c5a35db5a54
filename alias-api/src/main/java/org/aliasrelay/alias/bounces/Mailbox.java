package org.aliasrelay.alias.bounces;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether an owner's mailbox takes mail. */
sealed interface Mailbox {
  /** Takes mail, and nothing is known against it. */
  Mailbox UNTROUBLED = new Open(Instant.EPOCH, 0, Optional.empty(), Optional.empty());

  /**
   * Takes mail.
   *
   * @param softBounces how often in a row it did not take mail in time
   * @param notBefore until when it gets a break, if it does
   * @param deafUntil until when bounces are taken for those of an earlier address, unless it is
   *     known of a mail that it went to this one
   */
  record Open(
      Instant since, int softBounces, Optional<Instant> notBefore, Optional<Instant> deafUntil)
      implements Mailbox {
    boolean resting(Instant now) {
      return notBefore.filter(now::isBefore).isPresent();
    }

    boolean deaf(Instant now) {
      return deafUntil.filter(now::isBefore).isPresent();
    }
  }

  /**
   * Refused mail, and is left alone.
   *
   * @param pause how long from the last refusal to the next try
   */
  record Paused(PauseCause cause, Instant since, Duration pause, Instant nextTry, Probe probe)
      implements Mailbox {
    Paused with(Probe other) {
      return new Paused(cause, since, pause, nextTry, other);
    }
  }
}
