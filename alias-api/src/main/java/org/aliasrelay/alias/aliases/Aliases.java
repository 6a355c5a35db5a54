package org.aliasrelay.alias.aliases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aliasrelay.alias.accounts.Accounts;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.issuing.IssuedAddresses;
import org.aliasrelay.alias.issuing.LocalParts;
import org.aliasrelay.alias.issuing.RandomIds;
import org.aliasrelay.alias.issuing.RelayDomain;
import org.aliasrelay.alias.sealing.AccountId;
import org.aliasrelay.alias.sealing.AccountSeal;
import org.aliasrelay.alias.sealing.Fingerprint;
import org.aliasrelay.alias.sealing.Fingerprints;

/** The aliases of everybody. */
@ApplicationScoped
public class Aliases {
  private static final int MAX_DRAWS = 8;

  private final AliasRows rows;
  private final Accounts accounts;
  private final IssuedAddresses issued;
  private final LocalParts localParts;
  private final RandomIds ids;
  private final RelayDomain domain;
  private final Fingerprints fingerprints;
  private final AliasesConfig config;
  private final Clock clock;

  Aliases(
      AliasRows rows,
      Accounts accounts,
      IssuedAddresses issued,
      LocalParts localParts,
      RandomIds ids,
      RelayDomain domain,
      Fingerprints fingerprints,
      AliasesConfig config,
      Clock clock) {
    this.rows = rows;
    this.accounts = accounts;
    this.issued = issued;
    this.localParts = localParts;
    this.ids = ids;
    this.domain = domain;
    this.fingerprints = fingerprints;
    this.config = config;
    this.clock = clock;
  }

  @Transactional
  Creation create(AccountId account, AliasChange wish) {
    if (config.perAccount() > 0) {
      // Counted under a lock: a hundred requests at once must not pass the limit together.
      accounts.lock(account);
      if (rows.count("accountId", account.value()) >= config.perAccount()) {
        return new Creation.LimitReached(config.perAccount());
      }
    }
    AliasSeal seal = seal(account);
    EmailAddress address = newAddress();
    AliasRow row = new AliasRow();
    row.id = ids.next();
    row.uuid = UUID.randomUUID();
    row.accountId = account.value();
    row.addressHash = fingerprints.ofIssued(address).bytes();
    seal.address(row, address);
    row.enabled = true;
    row.createdAt = now();
    apply(seal, row, wish);
    rows.persist(row);
    return new Creation.Created(seal.open(row));
  }

  private EmailAddress newAddress() {
    for (int draw = 0; draw < MAX_DRAWS; draw++) {
      EmailAddress address = domain.address(localParts.forAlias());
      Fingerprint fingerprint = fingerprints.ofIssued(address);
      if (issued.claim(List.of(fingerprint))) {
        return address;
      }
    }
    throw new IllegalStateException("no free address in " + MAX_DRAWS + " draws");
  }

  @Transactional
  List<Alias> newestFirst(AccountId account) {
    AliasSeal seal = seal(account);
    return rows.newestFirst(account.value()).stream().map(seal::open).toList();
  }

  /** One alias of an account. */
  @Transactional
  public Optional<Alias> find(AccountId account, AliasId id) {
    return rows.find(account.value(), id).map(row -> seal(account).open(row));
  }

  @Transactional
  Optional<Alias> change(AccountId account, AliasId id, AliasChange change) {
    AliasSeal seal = seal(account);
    Optional<AliasRow> found = rows.find(account.value(), id);
    found.ifPresent(row -> apply(seal, row, change));
    return found.map(seal::open);
  }

  /** Deletes the alias, its contacts and its labels. Its address stays issued, for ever. */
  @Transactional
  boolean delete(AccountId account, AliasId id) {
    return rows.delete("id = ?1 and accountId = ?2", id.value(), account.value()) > 0;
  }

  /** One alias, whoever owns it: for mail that was routed to it. */
  public Optional<Alias> byId(AliasId id) {
    return rows.findByIdOptional(id.value())
        .map(row -> seal(new AccountId(row.accountId)).open(row));
  }

  /** Those of these addresses that lead to an alias of this account, by a sub-address or not. */
  public Set<EmailAddress> own(AccountId account, Collection<EmailAddress> addresses) {
    if (addresses.isEmpty()) {
      return Set.of();
    }
    Map<EmailAddress, Fingerprint> hashes = new LinkedHashMap<>();
    addresses.forEach(address -> hashes.put(address, hash(address)));
    Set<Fingerprint> own = rows.own(account.value(), hashes.values());
    hashes.values().retainAll(own);
    return Set.copyOf(hashes.keySet());
  }

  private Fingerprint hash(EmailAddress address) {
    return fingerprints.ofIssued(domain.withoutSubAddress(address).orElse(address));
  }

  /** Whose an alias is. */
  public Optional<AccountId> ownerOf(AliasId id) {
    return rows.findByIdOptional(id.value()).map(row -> new AccountId(row.accountId));
  }

  /**
   * Turns an alias off that its owner did not; the owner can turn it on again.
   *
   * @return whether it was on
   */
  @Transactional
  public boolean turnOff(AliasId id, DisabledBecause reason) {
    Optional<AliasRow> on = rows.findByIdOptional(id.value()).filter(row -> row.enabled);
    on.ifPresent(
        row -> {
          row.enabled = false;
          row.disabledBecause = reason;
          row.lastModifiedAt = now();
        });
    return on.isPresent();
  }

  /**
   * Notes whether only some senders may write to an alias, and lets nobody else do so meanwhile.
   *
   * @return whether the account has such an alias
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean limitSenders(AccountId account, AliasId id, boolean limited) {
    return rows.update(
            "sendersLimited = ?1 where id = ?2 and accountId = ?3",
            limited,
            id.value(),
            account.value())
        > 0;
  }

  /** How many mails went which way through all aliases of an account. */
  @Transactional
  public AliasTotals totals(AccountId account) {
    return rows.totals(account.value());
  }

  /** Whether the account has as many aliases as it may. */
  public boolean atLimit(AliasTotals totals) {
    return config.perAccount() > 0 && totals.aliases() >= config.perAccount();
  }

  private void apply(AliasSeal seal, AliasRow row, AliasChange change) {
    change
        .enabled()
        .ifPresent(
            enabled -> {
              row.enabled = enabled;
              row.disabledBecause = null;
            });
    change.blockListEmails().ifPresent(block -> row.blockListEmails = block);
    seal.labels(row, change);
    row.lastModifiedAt = now();
  }

  private AliasSeal seal(AccountId account) {
    AccountSeal seal = accounts.sealOf(account);
    return new AliasSeal(seal);
  }

  /** To the microsecond, which is what PostgreSQL keeps: read back it must be the same. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
