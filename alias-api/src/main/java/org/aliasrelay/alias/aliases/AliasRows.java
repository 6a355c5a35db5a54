package org.aliasrelay.alias.aliases;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of aliases. */
@ApplicationScoped
class AliasRows implements PanacheRepositoryBase<AliasRow, Long> {
  List<AliasRow> newestFirst(UUID account) {
    return list("accountId", Sort.descending("createdAt", "id"), account);
  }

  Optional<AliasRow> find(UUID account, AliasId id) {
    return find("id = ?1 and accountId = ?2", id.value(), account).firstResultOptional();
  }
}
