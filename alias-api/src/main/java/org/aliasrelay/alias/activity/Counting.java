package org.aliasrelay.alias.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.contract.AliasActivity;
import org.aliasrelay.alias.sealing.Fingerprint;
import org.aliasrelay.alias.sealing.Fingerprints;

/** Adds to the counters of an alias, once for each thing that happened. */
@ApplicationScoped
class Counting {
  /** A queue keeps a message for 14 days at most; nothing older can come a second time. */
  static final Duration REMEMBERED = Duration.ofDays(15);

  /** Remembering and counting in one statement: either both happen or neither. */
  private static final String COUNT =
      """
      with first as (
        insert into activity_seen (activity_hash, seen_at) values (:hash, :now)
        on conflict do nothing returning activity_hash)
      update alias
         set num_forwarded = num_forwarded + :forwarded,
             num_blocked = num_blocked + :blocked,
             num_replied = num_replied + :replied,
             last_used_at = greatest(last_used_at, :now)
       where id = :alias and exists (select from first)
      """;

  private final EntityManager entities;
  private final Fingerprints fingerprints;
  private final Clock clock;

  Counting(EntityManager entities, Fingerprints fingerprints, Clock clock) {
    this.entities = entities;
    this.fingerprints = fingerprints;
    this.clock = clock;
  }

  /** Counts, unless it was counted before or the alias is gone. */
  @Transactional
  void count(AliasActivity activity, AliasId alias) {
    Fingerprint hash =
        fingerprints.ofActivity(
            activity.mailId(), activity.token().value(), activity.kind().name());
    entities
        .createNativeQuery(COUNT)
        .setParameter("hash", hash.bytes())
        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
        .setParameter("forwarded", one(activity, AliasActivity.Kind.FORWARDED))
        .setParameter("blocked", one(activity, AliasActivity.Kind.BLOCKED))
        .setParameter("replied", one(activity, AliasActivity.Kind.REPLIED))
        .setParameter("alias", alias.value())
        .executeUpdate();
  }

  /** Forgets what cannot come again. */
  @Transactional
  void prune() {
    Instant horizon = clock.instant().minus(REMEMBERED);
    entities
        .createNativeQuery("delete from activity_seen where seen_at < :horizon")
        .setParameter("horizon", horizon.atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  private static int one(AliasActivity activity, AliasActivity.Kind kind) {
    return activity.kind() == kind ? 1 : 0;
  }
}
