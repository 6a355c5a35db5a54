package org.aliasrelay.queue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Since when a queue has been received from without a break. Receives that follow each other
 * closely have no break between them; a failed one, a process that was stopped, and whatever else
 * keeps from receiving make one. It counts only where the queue was found empty lately: while each
 * receive is full, more may lie behind it.
 */
final class Attendance {
  /** Between two receives: the longest is that of a queue on which messages may gather. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /** SQS answers after 20 s at most; an answer this late was read by a process that had stood. */
  private static final Duration LONGEST_RECEIVE = Duration.ofSeconds(30);

  private @Nullable Instant since;
  private Instant last = Instant.MIN;
  private Instant caughtUp = Instant.MIN;

  /**
   * A receive was answered, with messages or without.
   *
   * @param isFull it may have left others behind
   */
  synchronized void received(Instant asked, Instant answered, boolean isFull) {
    if (answered.isAfter(asked.plus(LONGEST_RECEIVE))) {
      since = answered;
    } else if (since == null || asked.isAfter(last.plus(LONGEST_PAUSE))) {
      since = asked;
    }
    last = answered;
    if (!isFull) {
      caughtUp = answered;
    }
  }

  /** Nothing was heard, or what was heard could not be used. */
  synchronized void interrupted() {
    since = null;
    caughtUp = Instant.MIN;
  }

  /** The beginning of the present attendance: now, if there is none. */
  synchronized Instant since(Instant now) {
    return since == null || now.isAfter(caughtUp.plus(LONGEST_RECEIVE)) ? now : since;
  }
}
