package org.aliasrelay.alias.senders;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aliasrelay.alias.accounts.Accounts;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.aliases.Aliases;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.issuing.RandomIds;
import org.aliasrelay.alias.sealing.AccountId;
import org.aliasrelay.alias.sealing.AccountSeal;
import org.aliasrelay.alias.sealing.Fingerprint;
import org.aliasrelay.alias.sealing.Fingerprints;
import org.aliasrelay.alias.sealing.SealedColumn;

/** The lists of senders of everybody's aliases. */
@ApplicationScoped
public class AllowedSenders {
  private final Rows rows;
  private final Aliases aliases;
  private final Accounts accounts;
  private final RandomIds ids;
  private final Fingerprints fingerprints;

  AllowedSenders(
      Rows rows, Aliases aliases, Accounts accounts, RandomIds ids, Fingerprints fingerprints) {
    this.rows = rows;
    this.aliases = aliases;
    this.accounts = accounts;
    this.ids = ids;
    this.fingerprints = fingerprints;
  }

  /** The table of allowed senders. */
  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<AllowedSenderRow, Long> {}

  /**
   * Whether a list lets all authors of a mail in, provided that they are who they say. All of them,
   * for one that is not on it could put one that is beside itself; and nobody is not on any list.
   */
  public boolean allow(AliasId alias, Collection<EmailAddress> from) {
    Set<Fingerprint> listed = new HashSet<>();
    List<byte[]> hashes =
        from.stream()
            .flatMap(address -> matching(alias, address).stream())
            .map(Fingerprint::bytes)
            .toList();
    if (!hashes.isEmpty()) {
      rows.list("aliasId = ?1 and senderHash in ?2", alias.value(), hashes)
          .forEach(row -> listed.add(Fingerprint.of(row.senderHash)));
    }
    return !from.isEmpty()
        && from.stream()
            .allMatch(address -> matching(alias, address).stream().anyMatch(listed::contains));
  }

  private List<Fingerprint> matching(AliasId alias, EmailAddress address) {
    return Sender.matching(address).stream().map(sender -> hash(alias, sender)).toList();
  }

  /** The list of an alias, empty where anybody may write; nothing without such an alias. */
  @Transactional
  Optional<List<String>> list(AccountId account, AliasId alias) {
    return aliases.find(account, alias).map(found -> opened(account, alias));
  }

  private List<String> opened(AccountId account, AliasId alias) {
    AccountSeal seal = accounts.sealOf(account);
    return rows.list("aliasId", alias.value()).stream()
        .map(row -> seal.open(SealedColumn.ALLOWED_SENDER, row.id, row.senderSealed))
        .sorted()
        .toList();
  }

  /**
   * Replaces the list of an alias; an empty one lets anybody write.
   *
   * @return whether the account has such an alias
   */
  @Transactional
  boolean replace(AccountId account, AliasId alias, Set<Sender> senders) {
    if (!aliases.limitSenders(account, alias, !senders.isEmpty())) {
      return false;
    }
    long _ = rows.delete("aliasId", alias.value());
    AccountSeal seal = accounts.sealOf(account);
    rows.persist(senders.stream().map(sender -> row(seal, alias, sender)));
    return true;
  }

  private AllowedSenderRow row(AccountSeal seal, AliasId alias, Sender sender) {
    AllowedSenderRow row = new AllowedSenderRow();
    row.id = ids.next();
    row.aliasId = alias.value();
    row.senderHash = hash(alias, sender).bytes();
    row.senderSealed = seal.seal(SealedColumn.ALLOWED_SENDER, row.id, sender.canonical());
    return row;
  }

  private Fingerprint hash(AliasId alias, Sender sender) {
    return fingerprints.ofSender(alias.value(), sender.canonical());
  }
}
