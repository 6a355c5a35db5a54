package org.aliasrelay.alias.aliases;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aliasrelay.alias.sealing.Fingerprint;

/** The table of aliases. */
@ApplicationScoped
class AliasRows implements PanacheRepositoryBase<AliasRow, Long> {
  List<AliasRow> newestFirst(UUID account) {
    return list("accountId", Sort.descending("createdAt", "id"), account);
  }

  AliasTotals totals(UUID account) {
    Object[] sums =
        getEntityManager()
            .createQuery(
                """
                select count(*), coalesce(sum(a.numForwarded), 0), coalesce(sum(a.numBlocked), 0),
                       coalesce(sum(a.numReplied), 0), coalesce(sum(a.numSpam), 0),
                       coalesce(sum(a.numTrackers), 0)
                  from AliasRow a where a.accountId = :account
                """,
                Object[].class)
            .setParameter("account", account)
            .getSingleResult();
    return new AliasTotals(
        number(sums[0]),
        new AliasCounts(
            number(sums[1]), number(sums[2]), number(sums[3]), number(sums[4]), number(sums[5])));
  }

  private static long number(Object sum) {
    return ((Number) sum).longValue();
  }

  /** Those of these addresses that are aliases of this account. */
  Set<Fingerprint> own(UUID account, Collection<Fingerprint> addresses) {
    return getEntityManager()
        .createQuery(
            """
            select a.addressHash from AliasRow a
             where a.accountId = :account and a.addressHash in :addresses
            """,
            byte[].class)
        .setParameter("account", account)
        .setParameter("addresses", addresses.stream().map(Fingerprint::bytes).toList())
        .getResultList()
        .stream()
        .map(Fingerprint::of)
        .collect(Collectors.toSet());
  }

  Optional<AliasRow> find(UUID account, AliasId id) {
    return find("id = ?1 and accountId = ?2", id.value(), account).firstResultOptional();
  }
}
