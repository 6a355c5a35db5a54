package org.aliasrelay.ingest.contract;

/** What a domain asks receivers to do with mail that fails DMARC (RFC 9989, tag {@code p}). */
public enum DmarcPolicy {
  /** Nothing. */
  NONE,
  /** Treat it as suspicious. */
  QUARANTINE,
  /** Refuse it. */
  REJECT,
  /** SES said nothing: it does so only when DMARC failed. */
  ABSENT
}
