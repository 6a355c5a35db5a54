package org.aliasrelay.alias.contacts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.aliasrelay.alias.accounts.Accounts;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.issuing.IssuedAddresses;
import org.aliasrelay.alias.issuing.LocalParts;
import org.aliasrelay.alias.issuing.RandomIds;
import org.aliasrelay.alias.issuing.RelayDomain;
import org.aliasrelay.alias.sealing.AccountId;
import org.aliasrelay.alias.sealing.Fingerprint;
import org.aliasrelay.alias.sealing.Fingerprints;

/** Makes contacts, each with a reverse alias that nobody can guess. */
@ApplicationScoped
class NewContacts {
  private final ContactRows rows;
  private final Room room;
  private final IssuedAddresses issued;
  private final LocalParts localParts;
  private final RandomIds ids;
  private final RelayDomain domain;
  private final Accounts accounts;
  private final Fingerprints fingerprints;
  private final Clock clock;

  NewContacts(
      ContactRows rows,
      Room room,
      IssuedAddresses issued,
      LocalParts localParts,
      RandomIds ids,
      RelayDomain domain,
      Accounts accounts,
      Fingerprints fingerprints,
      Clock clock) {
    this.rows = rows;
    this.room = room;
    this.issued = issued;
    this.localParts = localParts;
    this.ids = ids;
    this.domain = domain;
    this.accounts = accounts;
    this.fingerprints = fingerprints;
    this.clock = clock;
  }

  /**
   * Adds contacts for addresses that have none, as far as there is room. A reverse alias that loses
   * a race stays issued and unused, which costs a row.
   *
   * @param correspondents for whom older contacts make room, the most important first
   * @param bystanders who get what room is left
   * @param spared contacts that make no room
   */
  @Transactional
  void add(
      AccountId account,
      AliasId alias,
      Collection<EmailAddress> correspondents,
      Collection<EmailAddress> bystanders,
      Collection<ContactId> spared) {
    int free = room.make(alias, correspondents.size(), spared);
    List<EmailAddress> fitting =
        Stream.concat(correspondents.stream(), bystanders.stream()).limit(free).toList();
    if (!fitting.isEmpty()) {
      add(account, alias, fitting);
    }
  }

  private void add(AccountId account, AliasId alias, List<EmailAddress> addresses) {
    ContactSeal seal = new ContactSeal(accounts.sealOf(account));
    Instant now = clock.instant();
    List<ContactRow> drafts =
        addresses.stream()
            .map(address -> draft(seal, alias, address, now))
            // In one order for everybody: else two requests could wait for each other's rows.
            .sorted(Comparator.comparing(row -> row.addressHash, Arrays::compareUnsigned))
            .toList();
    List<Fingerprint> reverse =
        drafts.stream().map(row -> Fingerprint.of(row.reverseHash)).toList();
    if (!issued.claim(reverse)) {
      throw new IllegalStateException("160 random bits came twice");
    }
    rows.addNew(drafts);
  }

  private ContactRow draft(ContactSeal seal, AliasId alias, EmailAddress address, Instant now) {
    EmailAddress reverse = domain.address(localParts.forReverseAlias());
    ContactRow row = new ContactRow();
    row.id = ids.next();
    row.aliasId = alias.value();
    row.addressHash = fingerprints.ofContact(alias.value(), address).bytes();
    row.reverseHash = fingerprints.ofIssued(reverse).bytes();
    row.createdAt = now;
    seal.addresses(row, address, reverse);
    return row;
  }
}
