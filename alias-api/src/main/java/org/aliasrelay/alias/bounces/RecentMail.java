package org.aliasrelay.alias.bounces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import org.aliasrelay.alias.sealing.AccountId;
import org.aliasrelay.alias.sealing.Fingerprint;

/** Remembers which mail went to an address that is new, for as long as an old one may bounce. */
@ApplicationScoped
class RecentMail {
  private final EntityManager entities;

  RecentMail(EntityManager entities) {
    this.entities = entities;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void add(AccountId account, Fingerprint mail, Instant now) {
    int _ =
        entities
            .createNativeQuery(
                """
                insert into mailbox_mail (account_id, mail_hash, planned_at)
                values (:account, :mail, :now) on conflict do nothing
                """)
            .setParameter("account", account.value())
            .setParameter("mail", mail.bytes())
            .setParameter("now", now.atOffset(ZoneOffset.UTC))
            .executeUpdate();
  }

  boolean has(AccountId account, Fingerprint mail) {
    return !entities
        .createNativeQuery(
            "select 1 from mailbox_mail where account_id = :account and mail_hash = :mail",
            Integer.class)
        .setParameter("account", account.value())
        .setParameter("mail", mail.bytes())
        .getResultList()
        .isEmpty();
  }

  /** The address is another again, and what went to the last one is of the past. */
  @Transactional(Transactional.TxType.MANDATORY)
  void clear(AccountId account) {
    int _ =
        entities
            .createNativeQuery("delete from mailbox_mail where account_id = :account")
            .setParameter("account", account.value())
            .executeUpdate();
  }

  @Transactional
  void forget(Instant horizon) {
    int _ =
        entities
            .createNativeQuery("delete from mailbox_mail where planned_at < :horizon")
            .setParameter("horizon", horizon.atOffset(ZoneOffset.UTC))
            .executeUpdate();
  }
}
