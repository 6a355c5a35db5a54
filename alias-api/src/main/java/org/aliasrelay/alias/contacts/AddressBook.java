package org.aliasrelay.alias.contacts;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aliasrelay.alias.accounts.Account;
import org.aliasrelay.alias.accounts.Accounts;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.aliases.Aliases;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.sealing.AccountId;
import org.aliasrelay.queue.Bounds;

/** The contacts of an alias as its owner keeps them. */
@ApplicationScoped
class AddressBook {
  private static final int LONGEST_PAGE = 1_000;

  private final Aliases aliases;
  private final Accounts accounts;
  private final Contacts contacts;
  private final ContactRows rows;
  private final Room room;
  private final ContactsConfig config;

  AddressBook(
      Aliases aliases,
      Accounts accounts,
      Contacts contacts,
      ContactRows rows,
      Room room,
      ContactsConfig config) {
    this.aliases = aliases;
    this.accounts = accounts;
    this.contacts = contacts;
    this.rows = rows;
    this.room = room;
    this.config = config;
  }

  void checkSettings(@Observes StartupEvent event) {
    Bounds.check("relay.contacts.per-alias", config.perAlias(), 1, Integer.MAX_VALUE);
    Bounds.check("relay.contacts.per-page", config.perPage(), 1, LONGEST_PAGE);
  }

  /** The newest of them; nothing if the account has no such alias. */
  @Transactional
  Optional<List<Contact>> newest(AccountId account, AliasId alias) {
    return aliases
        .find(account, alias)
        .map(found -> opened(account, rows.newestFirst(alias, config.perPage())));
  }

  /** Those that come after one of them; nothing if the account has no such contact. */
  @Transactional
  Optional<List<Contact>> olderThan(AccountId account, AliasId alias, ContactId id) {
    return aliases
        .find(account, alias)
        .flatMap(found -> rows.find(alias, id))
        .map(row -> opened(account, rows.olderThan(row, config.perPage())));
  }

  private List<Contact> opened(AccountId account, List<ContactRow> found) {
    ContactSeal seal = new ContactSeal(accounts.sealOf(account));
    return found.stream().map(seal::open).toList();
  }

  /** Gets a reverse alias for somebody who has not written yet. */
  @Transactional
  WritingFirst writeFirst(AccountId account, AliasId alias, EmailAddress address) {
    if (aliases.find(account, alias).isEmpty()) {
      return new WritingFirst.NoSuchAlias();
    }
    Optional<WritingFirst> before = known(account, alias, address);
    if (before.isPresent()) {
      return before.get();
    }
    if (isOwn(account, address)) {
      return new WritingFirst.OwnAddress();
    }
    // Counted under a lock: a hundred requests at once must not pass the limit together.
    accounts.lock(account);
    Optional<WritingFirst> meanwhile = known(account, alias, address);
    if (meanwhile.isPresent()) {
      return meanwhile.get();
    }
    if (room.make(alias, 1, List.of()) == 0) {
      return new WritingFirst.LimitReached(config.perAlias());
    }
    Contact made =
        contacts.completed(account, alias, List.of(), Set.of(address), Set.of()).getFirst();
    contacts.keep(made.id());
    return new WritingFirst.Made(made);
  }

  private Optional<WritingFirst> known(AccountId account, AliasId alias, EmailAddress address) {
    Optional<Contact> known = contacts.known(account, alias, Set.of(address)).stream().findFirst();
    known.ifPresent(contact -> contacts.keep(contact.id()));
    return known.map(WritingFirst.Known::new);
  }

  private boolean isOwn(AccountId account, EmailAddress address) {
    Set<EmailAddress> one = Set.of(address);
    return !contacts.ownReverseAliases(account, one).isEmpty()
        || !aliases.own(account, one).isEmpty()
        || accounts.find(account).map(Account::primary).filter(address::equals).isPresent();
  }

  /** Lets a contact's mail in, or keeps it out. */
  @Transactional
  Optional<Contact> block(AccountId account, AliasId alias, ContactId id, Optional<Boolean> wish) {
    Optional<ContactRow> found =
        aliases.find(account, alias).flatMap(present -> rows.find(alias, id));
    found.ifPresent(row -> wish.ifPresent(row::block));
    return found.map(row -> opened(account, List.of(row)).getFirst());
  }

  /**
   * Deletes a contact. Its reverse alias stays issued, for ever, and leads nowhere; who writes to
   * it as the owner is told so.
   */
  @Transactional
  boolean delete(AccountId account, AliasId alias, ContactId id) {
    return aliases.find(account, alias).isPresent() && rows.retire(alias, id);
  }
}
