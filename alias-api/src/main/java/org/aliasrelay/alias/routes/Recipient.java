package org.aliasrelay.alias.routes;

import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.contacts.ContactId;
import org.aliasrelay.alias.contract.SuspectMail;
import org.aliasrelay.alias.sealing.AccountId;
import org.aliasrelay.alias.sealing.Fingerprint;

/** Whose address a recipient is. */
sealed interface Recipient {
  /**
   * An alias.
   *
   * @param troubled whether the owner's mailbox has bounced mail, and must be asked about
   */
  record OfAlias(
      RouteTarget.Owner target,
      AccountId owner,
      boolean enabled,
      SuspectMail suspectMail,
      boolean troubled)
      implements Recipient {}

  /** A reverse alias; its owner is known by the fingerprint of the primary address. */
  record OfContact(
      AliasId alias, ContactId contact, AccountId owner, boolean enabled, Fingerprint primary)
      implements Recipient {}

  /** A reverse alias whose contact is gone. */
  record OfFormerContact(AliasId alias, AccountId owner, Fingerprint primary)
      implements Recipient {}

  /** Nobody's. */
  record Nobody() implements Recipient {}
}
