package org.aliasrelay.ingest.admit;

/** Why mail does not come in. A closed list: each value is counted by telemetry. */
public enum DropReason {
  /** No such alias, now or ever again. */
  UNKNOWN_RECIPIENT,
  /** The owner turned the alias off. */
  ALIAS_DISABLED,
  /** Deliveries to the owner's mailbox are paused. */
  ACCOUNT_PAUSED,
  /** Mail to a reverse alias from someone who is not its owner. */
  NOT_THE_OWNER,
  /** A reply that nothing proves to be the owner's. */
  NOT_AUTHENTICATED,
  /** SES found a virus. */
  VIRUS,
  /**
   * DMARC failed, and the author's domain asks to refuse such mail (RFC 9989, {@code p=reject}).
   */
  DMARC_REJECT,

  /** SES takes it for spam, and the owner wants none. */
  SPAM,

  /** DMARC failed, the author's domain asks for quarantine, and the owner wants no such mail. */
  DMARC_QUARANTINE,

  /** So much mail waits for the alias already that this one would wait for days. */
  FLOODED;

  /**
   * Whether the same mail is dropped whenever it is decided about: by what SES found, or because
   * there is nobody. Other reasons come and go, and the mail may have been let in before.
   */
  public boolean isForGood() {
    return switch (this) {
      case UNKNOWN_RECIPIENT, NOT_AUTHENTICATED, VIRUS, DMARC_REJECT -> true;
      case ALIAS_DISABLED, ACCOUNT_PAUSED, NOT_THE_OWNER, SPAM, DMARC_QUARANTINE, FLOODED -> false;
    };
  }
}
