package org.aliasrelay.forward.deliver;

/** Why accepted mail is not sent after all. A closed list: each value is final. */
public enum RefuseReason {
  /** alias-api gave no plan: alias or account changed, or a reply is not its owner's. */
  NO_PLAN,
  /** Larger than SES sends, although SES received it. */
  TOO_LARGE,
  /** A header beyond a mebibyte or 5,000 fields. */
  HEADER_TOO_LARGE,
  /** So many hops that it must be going round in circles. */
  LOOP,
  /** The raw message is gone, and no record says that it was sent: a loss, and an alarm. */
  CONTENT_GONE,
  /** SES will not send it. */
  REJECTED_BY_SES,
  /** The recipient has letters beyond ASCII before the at sign; SES cannot write to it. */
  NOT_ADDRESSABLE
}
