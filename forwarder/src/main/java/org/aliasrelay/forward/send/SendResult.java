package org.aliasrelay.forward.send;

/** What came of one call to SES. */
public sealed interface SendResult {

  /** SES took it, and will deliver or bounce it. */
  record Sent(String sesMessageId) implements SendResult {}

  /** SES certainly did not take it, and may take it later: throttled, paused, down. */
  record Deferred(String cause) implements SendResult {}

  /** SES did not take this message, for a reason that may be its own or the message's. */
  record Doubtful(String cause) implements SendResult {}

  /** SES will never take this message. */
  record Refused(String cause) implements SendResult {}

  /** The answer was lost: SES may have taken it. */
  record Unknown(String cause) implements SendResult {}
}
