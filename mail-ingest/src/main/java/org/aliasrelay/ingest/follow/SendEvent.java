package org.aliasrelay.ingest.follow;

import java.util.Optional;

/**
 * An event of SES about a send of ours, without any address.
 *
 * @param sesMessageId SES's name for the send
 * @param delivery the tag of that name
 * @param attempt the tag of that name
 * @param subject whose mail it was; nothing for a notice
 * @param what what happened
 */
record SendEvent(
    String sesMessageId, String delivery, int attempt, Optional<Subject> subject, What what) {

  /**
   * Whose mail it was.
   *
   * @param mail SES's id of the mail that came in
   * @param route the token of its recipient
   */
  record Subject(String mail, String route) {}

  /** What happened. Any of them shows that SES took the send. */
  enum What {
    /** SES took it, or delivered it, or goes on trying; or what was reported asks for nothing. */
    TAKEN,
    /** SES found a virus after all, and dropped it. */
    REJECTED,
    /** The recipient's mailbox does not exist, or takes nothing. */
    HARD_BOUNCE,
    /** The recipient's provider did not take it in time. */
    SOFT_BOUNCE,
    /** The recipient's provider takes mail, but not this one: its content, size or sender. */
    MESSAGE_BOUNCE,
    /** SES did not try: the recipient is on its suppression list. */
    SUPPRESSED,
    /** The recipient called it spam. */
    COMPLAINT
  }
}
