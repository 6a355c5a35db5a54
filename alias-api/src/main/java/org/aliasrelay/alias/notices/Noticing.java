package org.aliasrelay.alias.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.issuing.RandomIds;
import org.aliasrelay.alias.sealing.AccountId;

/** Notes what an owner is to be told. */
@ApplicationScoped
public class Noticing {
  /** Its row is locked from here on, so that no digest is made between this and the line. */
  private static final String SCHEDULE =
      """
      insert into notice_schedule as s (account_id, due_at) values (:account, :soon)
      on conflict (account_id)
      do update set due_at = coalesce(s.due_at, greatest(excluded.due_at, s.last_at + make_interval(secs => :pause)))
      """;

  private static final String LINE =
      """
      insert into notice_line as l (id, account_id, alias_id, reason, total, first_at, last_at)
      values (:id, :account, :alias, :reason, 1, :now, :now)
      on conflict (account_id, alias_id, reason) where digest_id is null
      do update set total = l.total + 1, last_at = greatest(l.last_at, excluded.last_at)
      """;

  private final EntityManager entities;
  private final RandomIds ids;
  private final NoticesConfig config;
  private final Clock clock;

  Noticing(EntityManager entities, RandomIds ids, NoticesConfig config, Clock clock) {
    this.entities = entities;
    this.ids = ids;
    this.config = config;
    this.clock = clock;
  }

  /** Notes one thing, within the transaction that knows it is the first time. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void note(AccountId account, AliasId alias, NoticeReason reason) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    int _ =
        entities
            .createNativeQuery(SCHEDULE)
            .setParameter("account", account.value())
            .setParameter("soon", now.plus(config.after()))
            .setParameter("pause", (double) config.atMostEvery().toSeconds())
            .executeUpdate();
    int _ =
        entities
            .createNativeQuery(LINE)
            .setParameter("id", ids.next())
            .setParameter("account", account.value())
            .setParameter("alias", alias.value())
            .setParameter("reason", reason.name())
            .setParameter("now", now)
            .executeUpdate();
  }
}
