package org.aliasrelay.alias.sealing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** What the database knows about the keyset it was filled with. */
@ApplicationScoped
class KeyChecks implements PanacheRepositoryBase<KeyCheckRow, Short> {

  @Transactional
  Optional<byte[]> stored() {
    return findByIdOptional(KeyCheckRow.ONLY).map(KeyCheckRow::check);
  }

  /** Whether anything was ever made with a keyset. Issued addresses are never deleted. */
  @Transactional
  boolean inUse() {
    return (Boolean)
        getEntityManager()
            .createNativeQuery(
                "select exists (select from account) or exists (select from issued_address)",
                Boolean.class)
            .getSingleResult();
  }

  /** Keeps the first check only: of two services that start at once, one must not win twice. */
  @Transactional
  void store(byte[] check) {
    getEntityManager()
        .createNativeQuery(
            "insert into key_check (id, keyset_check) values (1, :check) on conflict do nothing")
        .setParameter("check", check)
        .executeUpdate();
  }
}
