package org.aliasrelay.alias.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.aliasrelay.alias.bounces.Mailboxes;
import org.aliasrelay.alias.contract.BodyWishes;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.issuing.OtherRelays;
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
  private final OtherRelays otherRelays;
  private final Mailboxes mailboxes;
  private final Clock clock;

  Accounts(
      AccountRows rows,
      DataKeys dataKeys,
      Fingerprints fingerprints,
      RelayDomain relayDomain,
      OtherRelays otherRelays,
      Mailboxes mailboxes,
      Clock clock) {
    this.rows = rows;
    this.dataKeys = dataKeys;
    this.fingerprints = fingerprints;
    this.relayDomain = relayDomain;
    this.otherRelays = otherRelays;
    this.mailboxes = mailboxes;
    this.clock = clock;
  }

  /**
   * Opens an account, or brings the primary address of an open one up to date: the provider is the
   * one who knows it. An address that will not do changes nothing.
   */
  @Transactional
  public Opening open(Person person) {
    if (relayDomain.wouldLoop(person.email())) {
      return new Opening.WouldLoop();
    }
    if (!person.email().isAscii()) {
      return new Opening.NotAddressable();
    }
    Fingerprint subject = fingerprints.ofSubject(person.issuer(), person.subject());
    rows.lock(subject);
    Optional<AccountRow> known = rows.bySubject(subject);
    // Who has had that address here since before its domain was known to be a relay's keeps it.
    if (otherRelays.own(person.email()) && known.filter(row -> has(row, person)).isEmpty()) {
      return new Opening.WouldLoop();
    }
    if (known.isPresent()) {
      AccountId id = new AccountId(known.get().id);
      if (update(known.get(), person)) {
        mailboxes.replaced(id);
      }
      return new Opening.AlreadyOpen(id);
    }
    AccountId id = AccountId.random();
    AccountRow row = new AccountRow();
    row.id = id.value();
    row.subjectHash = subject.bytes();
    row.wrappedKey = dataKeys.create(id);
    row.metricsEnabled = true;
    row.createdAt = clock.instant();
    boolean _ = update(row, person);
    rows.persist(row);
    return new Opening.Opened(id);
  }

  /** Whether the primary address is the one that the row has. */
  private boolean has(AccountRow row, Person person) {
    return row.primaryHash != null
        && Fingerprint.of(row.primaryHash).equals(fingerprints.ofPrimary(person.email()));
  }

  /** Whether the primary address is another than before. */
  private boolean update(AccountRow row, Person person) {
    boolean changed = !has(row, person);
    if (changed) {
      row.primaryHash = fingerprints.ofPrimary(person.email()).bytes();
      row.primarySealed =
          seal(row).seal(SealedColumn.ACCOUNT_PRIMARY, row.id, person.email().value());
    }
    row.locale = locale(person.locale());
    return changed;
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

  /** Changes what the owner wants. */
  @Transactional
  public void prefer(AccountId id, PreferenceChange change) {
    rows.findByIdOptional(id.value()).ifPresent(row -> apply(row, change));
  }

  private static void apply(AccountRow row, PreferenceChange change) {
    change.suspectMail().ifPresent(wish -> row.suspectMail = wish);
    change.banner().ifPresent(wish -> row.banner = wish);
    change.removeTrackers().ifPresent(wish -> row.removeTrackers = wish);
    change.metricsEnabled().ifPresent(wish -> row.metricsEnabled = wish);
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
        preferences(row),
        row.createdAt);
  }

  private static Preferences preferences(AccountRow row) {
    return new Preferences(
        row.suspectMail,
        new BodyWishes(row.banner, row.removeTrackers, Languages.tag(row.locale)),
        row.metricsEnabled);
  }

  private AccountSeal seal(AccountRow row) {
    return dataKeys.sealOf(new AccountId(row.id), () -> row.wrappedKey);
  }
}
