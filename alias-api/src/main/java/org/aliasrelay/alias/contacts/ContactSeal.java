package org.aliasrelay.alias.contacts;

import static org.aliasrelay.alias.sealing.SealedColumn.CONTACT_ADDRESS;
import static org.aliasrelay.alias.sealing.SealedColumn.CONTACT_REVERSE;

import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.sealing.AccountSeal;

/** Seals and opens the columns of the contacts of one account. */
final class ContactSeal {
  private final AccountSeal seal;

  ContactSeal(AccountSeal seal) {
    this.seal = seal;
  }

  void addresses(ContactRow row, EmailAddress address, EmailAddress reverse) {
    row.addressSealed = seal.seal(CONTACT_ADDRESS, row.id, address.value());
    row.reverseSealed = seal.seal(CONTACT_REVERSE, row.id, reverse.value());
  }

  Contact open(ContactRow row) {
    return new Contact(
        new ContactId(row.id),
        new AliasId(row.aliasId),
        EmailAddress.of(seal.open(CONTACT_ADDRESS, row.id, row.addressSealed)),
        EmailAddress.of(seal.open(CONTACT_REVERSE, row.id, row.reverseSealed)),
        row.blocked,
        row.createdAt);
  }
}
