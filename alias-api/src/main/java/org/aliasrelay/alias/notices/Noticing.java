package org.aliasrelay.alias.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.issuing.RandomIds;
import org.aliasrelay.alias.sealing.AccountId;
import org.hibernate.Session;

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

  /** What is to be told of the same since then, and what the lost notice said, are one. */
  private static final String ADD =
      """
      update notice_line l
         set total = l.total + lost.total, first_at = least(l.first_at, lost.first_at),
             last_at = greatest(l.last_at, lost.last_at)
        from notice_line lost
       where lost.digest_id = :notice and l.digest_id is null and l.account_id = lost.account_id
         and l.alias_id = lost.alias_id and l.reason = lost.reason
      """;

  private static final String DROP_ADDED =
      """
      delete from notice_line lost using notice_line l
       where lost.digest_id = :notice and l.digest_id is null and l.account_id = lost.account_id
         and l.alias_id = lost.alias_id and l.reason = lost.reason
      """;

  private static final String REOPEN =
      "update notice_line set digest_id = null where digest_id = :notice";

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
    schedule(account, now);
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

  private void schedule(AccountId account, OffsetDateTime now) {
    int _ =
        entities
            .createNativeQuery(SCHEDULE)
            .setParameter("account", account.value())
            .setParameter("soon", now.plus(config.after()))
            .setParameter("pause", (double) config.atMostEvery().toSeconds())
            .executeUpdate();
  }

  /**
   * A notice did not arrive: what it said is to be told again, with what happened since. Within the
   * transaction that knows it is the first time.
   *
   * @param notice the digest that told it
   * @param owner whom it was for
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void tellAgain(UUID notice, AccountId owner) {
    schedule(owner, clock.instant().atOffset(ZoneOffset.UTC));
    for (String statement : List.of(ADD, DROP_ADDED, REOPEN)) {
      int _ = entities.createNativeQuery(statement).setParameter("notice", notice).executeUpdate();
    }
  }

  /** Whom a notice is for; nobody if the account is gone. */
  @Transactional
  public Optional<AccountId> ownerOf(UUID notice) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery("select account_id from notice_digest where id = :notice", UUID.class)
        .setParameter("notice", notice)
        .getResultList()
        .stream()
        .findFirst()
        .map(AccountId::new);
  }
}
