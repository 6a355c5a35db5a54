package org.aliasrelay.alias.notices;

import java.util.Optional;
import org.aliasrelay.alias.contract.LossReason;

/** What an owner is told of. The names are stored, and name the texts. */
public enum NoticeReason {
  /** A complaint turned an alias off. */
  TURNED_OFF_BY_COMPLAINT,
  /** A complaint about a reply did. */
  TURNED_OFF_BY_RECIPIENT,
  /** The owner's mailbox refused mail, and what came meanwhile is lost, too. */
  MAILBOX_REFUSED,
  /** Nothing proved that a reply was the owner's. */
  NOT_AUTHENTICATED,
  /** A reply was written under another address than the primary one. */
  NOT_FROM_PRIMARY,
  /** A reply was to come from an alias that is off. */
  REPLY_FROM_DISABLED_ALIAS,
  /** A reply was for a contact that was deleted. */
  CONTACT_GONE,
  /** A reply named the owner where the relay cannot, or must not, put the alias instead. */
  WOULD_REVEAL_OWNER,
  /** An automatic answer too many. */
  TOO_MANY_AUTOMATIC_REPLIES,
  /** A contact's provider did not take a reply. */
  REPLY_BOUNCED,
  /** A reply was too large to send. */
  REPLY_TOO_LARGE,
  /** A reply had a virus. */
  REPLY_VIRUS,
  /** The owner sent more replies than the relay lets through. */
  REPLY_FLOODED,
  /** The relay failed to read a reply, or its header is too large to be read. */
  REPLY_UNREADABLE,
  /** A reply could not be sent for days. */
  REPLY_GONE,
  /** The provider of the owner's mailbox did not take a mail, though it takes others. */
  MESSAGE_REFUSED,
  /** Too large to send. */
  TOO_LARGE,
  /** Its header is too large to read. */
  HEADER_TOO_LARGE,
  /** The relay failed to read it. */
  UNREADABLE,
  /** It went round in circles. */
  LOOP,
  /** It could not be delivered for days. */
  CONTENT_GONE,
  /** SES refused to send it. */
  REJECTED_BY_SES,
  /** The recipient's address cannot be written to. */
  NOT_ADDRESSABLE,
  /** It had a virus. */
  VIRUS,
  /** There was too much of it. */
  FLOODED;

  /**
   * What to say of a lost reply: all that is said of other mail, and why the owner's own failed.
   */
  public static Optional<NoticeReason> ofReply(LossReason loss) {
    return switch (loss) {
      case ALIAS_DISABLED -> Optional.of(REPLY_FROM_DISABLED_ALIAS);
      case TOO_LARGE -> Optional.of(REPLY_TOO_LARGE);
      case VIRUS -> Optional.of(REPLY_VIRUS);
      case FLOODED -> Optional.of(REPLY_FLOODED);
      case HEADER_TOO_LARGE, UNREADABLE -> Optional.of(REPLY_UNREADABLE);
      case CONTENT_GONE -> Optional.of(REPLY_GONE);
      case MESSAGE_REFUSED -> Optional.of(REPLY_BOUNCED);
      default -> of(loss);
    };
  }

  /**
   * What to say of a loss, if anything: not what the owner chose, and not what any stranger can
   * cause at will, for that would be a lever to fill the owner's mailbox.
   */
  public static Optional<NoticeReason> of(LossReason loss) {
    return switch (loss) {
      case MAILBOX_REFUSED, ACCOUNT_PAUSED -> Optional.of(MAILBOX_REFUSED);
      case NOT_AUTHENTICATED -> Optional.of(NOT_AUTHENTICATED);
      case NOT_FROM_PRIMARY -> Optional.of(NOT_FROM_PRIMARY);
      case CONTACT_GONE -> Optional.of(CONTACT_GONE);
      case WOULD_REVEAL_OWNER -> Optional.of(WOULD_REVEAL_OWNER);
      case TOO_MANY_AUTOMATIC_REPLIES -> Optional.of(TOO_MANY_AUTOMATIC_REPLIES);
      case TOO_LARGE -> Optional.of(TOO_LARGE);
      case HEADER_TOO_LARGE -> Optional.of(HEADER_TOO_LARGE);
      case UNREADABLE -> Optional.of(UNREADABLE);
      case LOOP -> Optional.of(LOOP);
      case CONTENT_GONE -> Optional.of(CONTENT_GONE);
      case REJECTED_BY_SES -> Optional.of(REJECTED_BY_SES);
      case MESSAGE_REFUSED -> Optional.of(MESSAGE_REFUSED);
      case NOT_ADDRESSABLE -> Optional.of(NOT_ADDRESSABLE);
      case VIRUS -> Optional.of(VIRUS);
      case FLOODED -> Optional.of(FLOODED);
      case ALIAS_DISABLED,
          NOT_THE_OWNER,
          SPAM,
          DMARC_REJECT,
          DMARC_QUARANTINE,
          LIST_MAIL,
          CONTACT_BLOCKED,
          SENDER_NOT_ALLOWED,
          OWN_REPLY ->
          Optional.empty();
    };
  }
}
