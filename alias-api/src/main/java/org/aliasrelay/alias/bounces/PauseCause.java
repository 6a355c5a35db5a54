package org.aliasrelay.alias.bounces;

/** Why deliveries to a mailbox are paused. The names are stored. */
public enum PauseCause {
  /** Its provider refused mail for good (RFC 3463, class 5). */
  REFUSED,
  /** SES did not try: the address is on its suppression list. */
  SUPPRESSED
}
