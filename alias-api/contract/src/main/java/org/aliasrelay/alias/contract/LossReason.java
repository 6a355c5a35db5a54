package org.aliasrelay.alias.contract;

/**
 * Why a mail of an alias went no further. A closed list: each value is counted for its alias and
 * shown to the owner.
 */
public enum LossReason {
  /** The owner turned the alias off. */
  ALIAS_DISABLED,
  /** Deliveries to the owner's mailbox are paused, for it refused mail. */
  ACCOUNT_PAUSED,
  /** Mail to a reverse alias from someone who is not its owner. */
  NOT_THE_OWNER,
  /** A reply whose From field is not, or not only, the owner's primary address. */
  NOT_FROM_PRIMARY,
  /** A reply that nothing proves to be the owner's. */
  NOT_AUTHENTICATED,
  /** SES found a virus. */
  VIRUS,
  /** SES takes it for spam, and the owner wants none. */
  SPAM,
  /** DMARC failed, and the author's domain asks to refuse such mail. */
  DMARC_REJECT,
  /** DMARC failed, the author's domain asks for quarantine, and the owner wants no such mail. */
  DMARC_QUARANTINE,
  /** So much mail waits for the alias already that this one would wait for days. */
  FLOODED,
  /** Mail of a list, and the owner wants none through this alias. */
  LIST_MAIL,
  /** The owner blocked this contact. */
  CONTACT_BLOCKED,
  /** The alias takes mail from a list of senders only, and this one is not on it, or not proven. */
  SENDER_NOT_ALLOWED,
  /** An automatic answer too many to the same contact (RFC 3834, section 2). */
  TOO_MANY_AUTOMATIC_REPLIES,
  /** A reply to a contact that the owner, or the relay for want of room, deleted. */
  CONTACT_GONE,
  /** The owner answered everybody, the alias among them: that copy has nobody to go to. */
  OWN_REPLY,
  /** So many hops that it must be going round in circles. */
  LOOP,
  /** Larger than SES sends. */
  TOO_LARGE,
  /** A header larger than any mail program makes. */
  HEADER_TOO_LARGE,
  /** Made so oddly that the relay failed to read it, time and again. */
  UNREADABLE,
  /** It could not be delivered for so long that its content is gone. */
  CONTENT_GONE,
  /** SES refused to send it, or found a virus after all. */
  REJECTED_BY_SES,
  /** The recipient's provider takes mail, but not this one: for its content, or its size. */
  MESSAGE_REFUSED,
  /** The recipient's mailbox did not take it after it was sent, or SES knew that it would not. */
  MAILBOX_REFUSED,
  /**
   * The recipient has no address that SES can write to: none at all, or not in ASCII (RFC 6531).
   */
  NOT_ADDRESSABLE,
  /**
   * A reply that names the owner in a part that must stay as it is, or written in a way that cannot
   * safely be replaced.
   */
  WOULD_REVEAL_OWNER
}
