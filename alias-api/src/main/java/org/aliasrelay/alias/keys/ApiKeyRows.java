package org.aliasrelay.alias.keys;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of API keys. */
@ApplicationScoped
class ApiKeyRows implements PanacheRepositoryBase<ApiKeyRow, UUID> {
  Optional<ApiKeyRow> byHash(byte[] hash) {
    return find("keyHash", (Object) hash).firstResultOptional();
  }

  List<ApiKeyRow> ofAccount(UUID account) {
    return list("accountId", Sort.descending("createdAt"), account);
  }

  boolean delete(UUID account, UUID id) {
    return delete("accountId = ?1 and id = ?2", account, id) > 0;
  }
}
