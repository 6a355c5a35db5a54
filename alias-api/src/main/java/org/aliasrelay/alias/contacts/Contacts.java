package org.aliasrelay.alias.contacts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aliasrelay.alias.accounts.Accounts;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.sealing.AccountId;
import org.aliasrelay.alias.sealing.Fingerprint;
import org.aliasrelay.alias.sealing.Fingerprints;

/** The correspondents of everybody's aliases. */
@ApplicationScoped
public class Contacts {
  private final ContactRows rows;
  private final NewContacts newContacts;
  private final Accounts accounts;
  private final Fingerprints fingerprints;

  Contacts(
      ContactRows rows, NewContacts newContacts, Accounts accounts, Fingerprints fingerprints) {
    this.rows = rows;
    this.newContacts = newContacts;
    this.accounts = accounts;
    this.fingerprints = fingerprints;
  }

  /**
   * The contacts of an alias with these addresses, made where there is none. Asked at the same time
   * for the same address, everybody gets the same reverse alias. Known contacts cost one query.
   */
  public List<Contact> ofAddresses(
      AccountId account, AliasId alias, Collection<EmailAddress> addresses) {
    Set<EmailAddress> wanted = new HashSet<>(addresses);
    List<Contact> known = stored(account, alias, wanted);
    known.forEach(contact -> wanted.remove(contact.address()));
    if (wanted.isEmpty()) {
      return known;
    }
    newContacts.add(account, alias, wanted);
    return stored(account, alias, addresses);
  }

  private List<Contact> stored(
      AccountId account, AliasId alias, Collection<EmailAddress> addresses) {
    List<Fingerprint> hashes =
        addresses.stream()
            .distinct()
            .map(address -> fingerprints.ofContact(alias.value(), address))
            .toList();
    return hashes.isEmpty() ? List.of() : open(account, rows.byAddress(alias.value(), hashes));
  }

  /** The contacts of one alias behind these reverse aliases. */
  public List<Contact> ofReverseAliases(
      AccountId account, AliasId alias, Collection<EmailAddress> reverse) {
    return reverse.isEmpty()
        ? List.of()
        : open(account, rows.byReverse(alias.value(), issued(reverse)));
  }

  /** Those of these addresses that are reverse aliases of this account, whichever the alias. */
  public Set<EmailAddress> ownReverseAliases(
      AccountId account, Collection<EmailAddress> addresses) {
    if (addresses.isEmpty()) {
      return Set.of();
    }
    Set<EmailAddress> own = new HashSet<>();
    open(account, rows.byReverse(account.value(), issued(addresses)))
        .forEach(contact -> own.add(contact.reverse()));
    return own;
  }

  /** One contact of an account. */
  public Optional<Contact> byId(AccountId account, ContactId id) {
    return rows.findByIdOptional(id.value()).map(row -> seal(account).open(row));
  }

  private List<Contact> open(AccountId account, List<ContactRow> found) {
    ContactSeal seal = seal(account);
    return found.stream().map(seal::open).toList();
  }

  private List<Fingerprint> issued(Collection<EmailAddress> addresses) {
    return addresses.stream().distinct().map(fingerprints::ofIssued).toList();
  }

  private ContactSeal seal(AccountId account) {
    return new ContactSeal(accounts.sealOf(account));
  }
}
