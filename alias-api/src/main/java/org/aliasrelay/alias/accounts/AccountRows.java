package org.aliasrelay.alias.accounts;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.aliasrelay.alias.sealing.Fingerprint;

/** The table of accounts. */
@ApplicationScoped
class AccountRows implements PanacheRepositoryBase<AccountRow, UUID> {
  Optional<AccountRow> bySubject(Fingerprint subject) {
    return find("subjectHash", subject.bytes()).firstResultOptional();
  }

  void lock(UUID id) {
    findById(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
