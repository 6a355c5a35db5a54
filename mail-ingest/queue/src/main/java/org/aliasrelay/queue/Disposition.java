package org.aliasrelay.queue;

import java.time.Duration;

/** What a handler decided about a message. {@link QueueConsumer} acts on it in one switch. */
public sealed interface Disposition {

  /** Finished, with whatever outcome: delete it. */
  record Done() implements Disposition {}

  /**
   * Not now, for a reason of its own: hide this message and give it out again later. Each time
   * counts as received, so it is for what ends after a few: a message that SQS has given out 100
   * times it moves to the dead letters as it is.
   *
   * @param delay 0 to 12 hours, the bounds of a visibility timeout; anything else is cut to them
   */
  record RetryAfter(Duration delay) implements Disposition {}

  /**
   * Its turn has not come: put it back for later, as often as needed, without counting as received.
   *
   * @param delay cut to 15 minutes, the longest that SQS holds a new message back; the handler is
   *     then asked again
   */
  record Postpone(Duration delay) implements Disposition {}

  /**
   * Something this queue depends on is away. The message stays in hand, nothing but a probe now and
   * then is received from the queue, and the handler is asked again until it answers otherwise: an
   * outage costs neither a message nor a receive count. If others get through meanwhile, it is the
   * message and no outage: then it is put back, for longer each time.
   *
   * @param dependency its name, for the log
   */
  record Unavailable(String dependency) implements Disposition {}

  /**
   * No later attempt can succeed: to the dead-letter queue.
   *
   * @param reason from a closed list of the handler's; it names no content
   */
  record Poison(String reason) implements Disposition {}
}
