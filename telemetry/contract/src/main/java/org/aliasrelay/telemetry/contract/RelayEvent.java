package org.aliasrelay.telemetry.contract;

/**
 * Queue {@code relay-events}: something happened in the mail path. Delivered at least once; {@code
 * id} lets telemetry count it once.
 *
 * @param version {@value #VERSION}
 * @param id random, or a keyed hash; links to nothing, at most 64 characters
 * @param kind what happened
 */
public record RelayEvent(int version, String id, Kind kind) {
  /** The version this code writes, and the only one it reads. */
  public static final int VERSION = 1;

  private static final int MAX_ID_LENGTH = 64;

  /**
   * @throws IllegalArgumentException if the id is empty or too long
   */
  public RelayEvent {
    if (id.isEmpty() || id.length() > MAX_ID_LENGTH) {
      throw new IllegalArgumentException("an event id has 1 to " + MAX_ID_LENGTH + " characters");
    }
  }

  /** What can happen in the mail path. */
  public enum Kind {
    /** A recipient's mail was let in. */
    MAIL_ADMITTED,
    /** Dropped: no such alias. */
    DROPPED_UNKNOWN_RECIPIENT,
    /** Dropped: the alias is off. */
    DROPPED_ALIAS_DISABLED,
    /** Dropped: the account is paused. */
    DROPPED_ACCOUNT_PAUSED,
    /** Dropped: mail to a reverse alias from someone else than its owner. */
    DROPPED_NOT_THE_OWNER,
    /** Dropped: a reply that nothing proves to be the owner's. */
    DROPPED_NOT_AUTHENTICATED,
    /** Dropped: a virus was found. */
    DROPPED_VIRUS,
    /** Dropped: DMARC failed and the sender's domain asks for refusal. */
    DROPPED_DMARC_REJECT,
    /** The owner's provider will get it: SES took it. */
    MAIL_FORWARDED,
    /** The contact's provider will get it: SES took it. */
    REPLY_SENT,
    /** Refused after it was let in. */
    MAIL_REFUSED,
    /** Dropped: SES takes it for spam, and the owner wants none. */
    DROPPED_SPAM,
    /** Dropped: DMARC failed, and the owner wants no mail that its domain would quarantine. */
    DROPPED_DMARC_QUARANTINE,
    /** Dropped: the alias is flooded. */
    DROPPED_FLOODED,
    /** A provider refused a mail for good, or SES's suppression list did. */
    HARD_BOUNCE,
    /** A provider did not take a mail in time. */
    SOFT_BOUNCE,
    /** A recipient called a mail spam. */
    COMPLAINT,
    /** An owner was told of something that was lost. */
    NOTICE_SENT
  }

  /** An event in the current version. */
  public static RelayEvent of(String id, Kind kind) {
    return new RelayEvent(VERSION, id, kind);
  }
}
