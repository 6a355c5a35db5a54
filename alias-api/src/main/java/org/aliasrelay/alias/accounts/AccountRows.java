package org.aliasrelay.alias.accounts;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.aliasrelay.alias.sealing.Fingerprint;

/** The table of accounts. */
@ApplicationScoped
class AccountRows implements PanacheRepositoryBase<AccountRow, UUID> {
  Optional<AccountRow> bySubject(Fingerprint subject) {
    return find("subjectHash", subject.bytes()).firstResultOptional();
  }

  /** Lets no other transaction pass here for the same person until this one is done. */
  void lock(Fingerprint subject) {
    var _ =
        getEntityManager()
            .createNativeQuery("select 1 from pg_advisory_xact_lock(:person)")
            .setParameter("person", ByteBuffer.wrap(subject.bytes()).getLong())
            .getSingleResult();
  }

  void lock(UUID id) {
    findById(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
