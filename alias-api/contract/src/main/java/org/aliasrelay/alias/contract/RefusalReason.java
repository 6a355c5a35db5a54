package org.aliasrelay.alias.contract;

/** Why alias-api gives no delivery plan. A closed list: each value is final for the mail. */
public enum RefusalReason {
  /** The alias was deleted while the mail was on its way. */
  ALIAS_GONE,
  /** The alias was turned off while the mail was on its way. */
  ALIAS_DISABLED,
  /** Deliveries to the owner's mailbox are paused. */
  ACCOUNT_PAUSED,
  /** A mail with the null sender to a contact that is no program's answer of the owner's. */
  NOT_THE_OWNER,
  /** A reply whose envelope names the owner, and whose From another or nobody, or others too. */
  NOT_FROM_PRIMARY,
  /** A reply that nothing proves to come from the owner's domain. */
  NOT_AUTHENTICATED,

  /** Mail of a list, and the owner wants none through this alias. */
  LIST_MAIL,

  /** The owner blocked this contact. */
  CONTACT_BLOCKED,

  /** The alias takes mail from a list of senders only, and this one is not on it, or not proven. */
  SENDER_NOT_ALLOWED,

  /** The owner answered everybody, and this is the copy to the alias: the owner wrote it. */
  OWN_REPLY,

  /** A reply to a contact that was deleted. */
  CONTACT_GONE,

  /** An automatic answer too many to the same contact (RFC 3834, section 2). */
  TOO_MANY_AUTOMATIC_REPLIES
}
