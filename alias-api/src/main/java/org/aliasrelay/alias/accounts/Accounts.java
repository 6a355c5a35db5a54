package org.aliasrelay.alias.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.issuing.RelayDomain;
import org.aliasrelay.alias.sealing.AccountId;
import org.aliasrelay.alias.sealing.AccountSeal;
import org.aliasrelay.alias.sealing.DataKeys;
import org.aliasrelay.alias.sealing.Fingerprint;
import org.aliasrelay.alias.sealing.Fingerprints;
import org.aliasrelay.alias.sealing.SealedColumn;
import org.jspecify.annotations.Nullable;

/** Everybody who has an account. */
@ApplicationScoped
public class Accounts {
  private static final int MAX_LOCALE = 35;

  private final AccountRows rows;
  private final DataKeys dataKeys;
  private final Fingerprints fingerprints;
  private final RelayDomain relayDomain;
  private final Clock clock;

  Accounts(
      AccountRows rows,
      DataKeys dataKeys,
      Fingerprints fingerprints,
      RelayDomain relayDomain,
      Clock clock) {
    this.rows = rows;
    this.dataKeys = dataKeys;
    this.fingerprints = fingerprints;
    this.relayDomain = relayDomain;
    this.clock = clock;
  }

  /**
   * Opens an account, or brings the primary address of an open one up to date: the provider is the
   * one who knows it.
   */
  @Transactional
  public Opening open(Person person) {
    if (relayDomain.wouldLoop(person.email())) {
      return new Opening.WouldLoop();
    }
    Fingerprint subject = fingerprints.ofSubject(person.issuer(), person.subject());
    Optional<AccountRow> known = rows.bySubject(subject);
    if (known.isPresent()) {
      update(known.get(), person);
      return new Opening.AlreadyOpen(new AccountId(known.get().id));
    }
    AccountId id = AccountId.random();
    AccountRow row = new AccountRow();
    row.id = id.value();
    row.subjectHash = subject.bytes();
    row.wrappedKey = dataKeys.create(id);
    row.metricsEnabled = true;
    row.createdAt = clock.instant();
    update(row, person);
    rows.persist(row);
    return new Opening.Opened(id);
  }

  private void update(AccountRow row, Person person) {
    byte[] hash = fingerprints.ofPrimary(person.email()).bytes();
    if (row.primaryHash == null || !Fingerprint.of(row.primaryHash).equals(Fingerprint.of(hash))) {
      row.primaryHash = hash;
      row.primarySealed =
          seal(row).seal(SealedColumn.ACCOUNT_PRIMARY, row.id, person.email().value());
    }
    row.locale = locale(person.locale());
  }

  private static @Nullable String locale(@Nullable String text) {
    return text == null || text.length() > MAX_LOCALE ? null : text;
  }

  /** The account of a person who has one. */
  @Transactional
  public Optional<AccountId> ofSubject(String issuer, String subject) {
    return rows.bySubject(fingerprints.ofSubject(issuer, subject))
        .map(row -> new AccountId(row.id));
  }

  /** One account, its primary address unsealed. */
  public Optional<Account> find(AccountId id) {
    return rows.findByIdOptional(id.value()).map(this::toAccount);
  }

  /** What seals the data of an account that exists. */
  public AccountSeal sealOf(AccountId id) {
    return dataKeys.sealOf(
        id,
        () ->
            rows.findByIdOptional(id.value())
                .orElseThrow(() -> new IllegalStateException("no such account"))
                .wrappedKey);
  }

  /** Lets no other transaction pass here for the same account until this one is done. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lock(AccountId id) {
    rows.lock(id.value());
  }

  private Account toAccount(AccountRow row) {
    return new Account(
        new AccountId(row.id),
        EmailAddress.of(seal(row).open(SealedColumn.ACCOUNT_PRIMARY, row.id, row.primarySealed)),
        row.deliveriesPaused,
        row.metricsEnabled,
        row.createdAt);
  }

  private AccountSeal seal(AccountRow row) {
    return dataKeys.sealOf(new AccountId(row.id), () -> row.wrappedKey);
  }
}
