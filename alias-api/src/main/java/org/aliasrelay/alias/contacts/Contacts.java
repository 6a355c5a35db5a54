package org.aliasrelay.alias.contacts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
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
  private final ContactsConfig config;
  private final Clock clock;

  Contacts(
      ContactRows rows,
      NewContacts newContacts,
      Accounts accounts,
      Fingerprints fingerprints,
      ContactsConfig config,
      Clock clock) {
    this.rows = rows;
    this.newContacts = newContacts;
    this.accounts = accounts;
    this.fingerprints = fingerprints;
    this.config = config;
    this.clock = clock;
  }

  /** Those contacts of an alias that there are with these addresses. */
  public List<Contact> known(AccountId account, AliasId alias, Collection<EmailAddress> addresses) {
    List<Fingerprint> hashes =
        addresses.stream()
            .distinct()
            .map(address -> fingerprints.ofContact(alias.value(), address))
            .toList();
    return hashes.isEmpty() ? List.of() : open(account, rows.byAddress(alias.value(), hashes));
  }

  /**
   * The contacts of an alias with these addresses, made where there is none. Asked at the same time
   * for the same address, everybody gets the same reverse alias.
   *
   * @param known what {@link #known} gave for all of them
   * @param correspondents who wrote, the most important first; where the alias has no room, its
   *     oldest contacts that the owner never made use of are deleted for them
   * @param bystanders whom the mail names beside them; they get one while the alias has room
   */
  public List<Contact> completed(
      AccountId account,
      AliasId alias,
      List<Contact> known,
      Set<EmailAddress> correspondents,
      Set<EmailAddress> bystanders) {
    Set<EmailAddress> there = new HashSet<>();
    known.forEach(contact -> there.add(contact.address()));
    List<EmailAddress> writing = missing(correspondents, there);
    List<EmailAddress> named = missing(bystanders, there);
    if (writing.isEmpty() && named.isEmpty()) {
      return known;
    }
    newContacts.add(account, alias, writing, named, known.stream().map(Contact::id).toList());
    there.addAll(correspondents);
    there.addAll(bystanders);
    return known(account, alias, there);
  }

  private static List<EmailAddress> missing(Set<EmailAddress> all, Set<EmailAddress> there) {
    return all.stream().filter(address -> !there.contains(address)).toList();
  }

  /** Notes that the owner made use of a contact: it will make no room for others. */
  @Transactional
  public void keep(ContactId id) {
    rows.keep(id);
  }

  /** The contacts of one alias behind these reverse aliases. */
  public List<Contact> ofReverseAliases(
      AccountId account, AliasId alias, Collection<EmailAddress> reverse) {
    return reverse.isEmpty()
        ? List.of()
        : open(account, rows.byReverse(alias.value(), issued(reverse)));
  }

  /** The newest contacts of one alias, at most so many. */
  public List<Contact> newest(AccountId account, AliasId alias, int most) {
    return open(account, rows.newestFirst(alias, most));
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

  /**
   * Whether a program may answer this contact in the owner's name now. Asked again for the same
   * mail, the answer is the same.
   */
  @Transactional
  public boolean mayAnswerAutomatically(ContactId id, Fingerprint mail) {
    Instant now = clock.instant();
    return rows.answerAutomatically(id, mail, now, now.minus(config.automaticReplyEvery()));
  }

  private List<Contact> open(AccountId account, List<ContactRow> found) {
    if (found.isEmpty()) {
      return List.of();
    }
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
