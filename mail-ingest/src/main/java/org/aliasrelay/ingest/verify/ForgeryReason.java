package org.aliasrelay.ingest.verify;

import java.util.Locale;

/** Why an envelope cannot be Amazon's word to us. A closed list: each value is counted. */
public enum ForgeryReason {
  /** Not JSON, or not the envelope that SNS writes without raw delivery. */
  NOT_AN_ENVELOPE,
  /** A subscription confirmation or the like. Its URLs are never followed. */
  NOT_A_NOTIFICATION,
  /** A field that carries the signature is missing. */
  UNSIGNED,
  /** Signed for somebody else's topic. */
  WRONG_TOPIC,
  /** An older signature version than the topic is set to, or an unknown one. */
  SIGNATURE_VERSION,
  /** The certificate is not where Amazon keeps them. */
  CERTIFICATE_PLACE,
  /** The certificate is not valid now. */
  CERTIFICATE_DATES,
  /** The certificate belongs to somebody else, or holds no RSA key of fitting strength. */
  CERTIFICATE_SUBJECT,
  /** Older than any queue keeps a message. */
  STALE,
  /** From the future, or without a time that can be read. */
  TIMESTAMP,
  /** The signature does not fit the content. */
  SIGNATURE;

  /**
   * Whether genuine messages look like this when a setting is wrong: raw delivery, the signature
   * version a topic has by default, another topic, or the certificates of another region.
   */
  boolean fitsAWrongSetting() {
    return switch (this) {
      case NOT_AN_ENVELOPE,
          WRONG_TOPIC,
          SIGNATURE_VERSION,
          CERTIFICATE_PLACE,
          CERTIFICATE_SUBJECT ->
          true;
      case NOT_A_NOTIFICATION, UNSIGNED, CERTIFICATE_DATES, STALE, TIMESTAMP, SIGNATURE -> false;
    };
  }

  /** As it is counted and shown. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
