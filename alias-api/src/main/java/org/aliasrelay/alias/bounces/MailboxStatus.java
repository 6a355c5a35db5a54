package org.aliasrelay.alias.bounces;

import java.time.Instant;

/** What an owner is shown of a mailbox. */
public sealed interface MailboxStatus {
  /** It takes mail. */
  record Active() implements MailboxStatus {}

  /** It did not take mail in time, and gets a break. */
  record Resting(Instant since, Instant until) implements MailboxStatus {}

  /** It refused mail, and is left alone until the next try. */
  record Paused(PauseCause cause, Instant since, Instant nextTry) implements MailboxStatus {}
}
