package org.aliasrelay.alias.contract;

/**
 * What the owner wants done with mail that SES takes for spam, or that fails DMARC while its
 * author's domain asks for quarantine (RFC 9989, section 4.7).
 */
public enum SuspectMail {
  /** Forward it, marked: the default, since a filter that errs must not cost a mail. */
  FORWARD_MARKED,
  /** Keep it out, and count it. */
  KEEP_OUT
}
