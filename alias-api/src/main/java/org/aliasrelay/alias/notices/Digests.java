package org.aliasrelay.alias.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.aliasrelay.alias.bounces.MailboxStatus;
import org.aliasrelay.alias.bounces.Mailboxes;
import org.aliasrelay.alias.sealing.AccountId;
import org.hibernate.Session;

/** Makes digests of what is due, and knows which of them the queue has not got yet. */
@ApplicationScoped
class Digests {
  private static final int AT_ONCE = 100;

  private final EntityManager entities;
  private final Mailboxes mailboxes;
  private final NoticesConfig config;
  private final Clock clock;

  Digests(EntityManager entities, Mailboxes mailboxes, NoticesConfig config, Clock clock) {
    this.entities = entities;
    this.mailboxes = mailboxes;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Makes a digest for each owner whose turn it is, some at a time. What another instance is at is
   * left to it.
   *
   * @return whether there may be more
   */
  @Transactional
  boolean gather() {
    List<UUID> due =
        entities
            .unwrap(Session.class)
            .createNativeQuery(
                """
                select account_id from notice_schedule where due_at <= :now
                 order by due_at limit :most for update skip locked
                """,
                UUID.class)
            .setParameter("now", now())
            .setParameter("most", AT_ONCE)
            .getResultList();
    due.forEach(this::gather);
    return due.size() == AT_ONCE;
  }

  private void gather(UUID account) {
    switch (mailboxes.status(new AccountId(account))) {
      case MailboxStatus.Active _ -> digest(account);
      case MailboxStatus.Resting(Instant _, Instant until) ->
          postpone(account, until.atOffset(ZoneOffset.UTC));
      case MailboxStatus.Paused _ -> postpone(account, now().plus(config.whilePaused()));
    }
  }

  private void postpone(UUID account, OffsetDateTime until) {
    int _ =
        entities
            .createNativeQuery(
                "update notice_schedule set due_at = :later where account_id = :account")
            .setParameter("later", until)
            .setParameter("account", account)
            .executeUpdate();
  }

  private void digest(UUID account) {
    UUID digest = UUID.randomUUID();
    int lines =
        entities
            .createNativeQuery(
                """
                update notice_line set digest_id = :digest
                 where account_id = :account and digest_id is null
                """)
            .setParameter("digest", digest)
            .setParameter("account", account)
            .executeUpdate();
    int _ =
        entities
            .createNativeQuery(
                """
                update notice_schedule
                   set due_at = null, last_at = case when :told then :now else last_at end
                 where account_id = :account
                """)
            .setParameter("told", lines > 0)
            .setParameter("now", now())
            .setParameter("account", account)
            .executeUpdate();
    if (lines > 0) {
      int _ =
          entities
              .createNativeQuery(
                  """
                  insert into notice_digest (id, account_id, created_at)
                  values (:digest, :account, :now)
                  """)
              .setParameter("digest", digest)
              .setParameter("account", account)
              .setParameter("now", now())
              .executeUpdate();
    }
  }

  /** Digests that the queue may not have, the oldest first. */
  List<UUID> unpublished() {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            """
            select id from notice_digest where published_at is null
             order by created_at limit :most
            """,
            UUID.class)
        .setParameter("most", AT_ONCE)
        .getResultList();
  }

  /** The queue has these. */
  @Transactional
  void published(List<UUID> digests) {
    int _ =
        entities
            .createNativeQuery(
                "update notice_digest set published_at = :now where id in (:digests)")
            .setParameter("now", now())
            .setParameter("digests", digests)
            .executeUpdate();
  }

  /**
   * Forgets what was told so long ago that nobody will ask for it again. What was not told yet
   * stays: a mailbox can refuse mail for longer than a digest is kept.
   */
  @Transactional
  void prune() {
    Duration keep = config.keep();
    for (String table :
        List.of(
            """
            delete from notice_line l using notice_digest d
             where d.id = l.digest_id and d.created_at < :horizon
            """,
            "delete from notice_digest where created_at < :horizon",
            "delete from notice_schedule where due_at is null and last_at < :horizon")) {
      int _ =
          entities
              .createNativeQuery(table)
              .setParameter("horizon", now().minus(keep))
              .executeUpdate();
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
