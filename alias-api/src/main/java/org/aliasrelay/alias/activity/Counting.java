package org.aliasrelay.alias.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.contract.AliasActivity;
import org.aliasrelay.alias.contract.LossReason;
import org.aliasrelay.alias.losses.Losses;
import org.aliasrelay.alias.sealing.Fingerprint;
import org.aliasrelay.alias.sealing.Fingerprints;

/** Adds to the counters of an alias, once for each thing that happened. */
@ApplicationScoped
class Counting {
  /** A queue keeps a message for 14 days at most; nothing older can come a second time. */
  static final Duration REMEMBERED = Duration.ofDays(15);

  /** Far fewer than would take as long as a statement may. */
  private static final int PRUNED_AT_ONCE = 10_000;

  private static final Set<LossReason> SPAM =
      EnumSet.of(LossReason.SPAM, LossReason.DMARC_QUARANTINE);

  /** Remembering and counting in one statement, in every column at once. */
  private static final String COUNT =
      """
      with first as (
        insert into activity_seen (activity_hash, seen_at) values (:hash, :now)
        on conflict do nothing returning activity_hash)
      update alias
         set num_forwarded = num_forwarded + :forwarded,
             num_blocked = num_blocked + :blocked,
             num_replied = num_replied + :replied,
             num_spam = num_spam + :spam,
             num_trackers = num_trackers + :trackers,
             last_used_at = greatest(last_used_at, :now)
       where id = :alias and exists (select from first)
      """;

  private final EntityManager entities;
  private final Fingerprints fingerprints;
  private final Losses losses;
  private final Clock clock;

  Counting(EntityManager entities, Fingerprints fingerprints, Losses losses, Clock clock) {
    this.entities = entities;
    this.losses = losses;
    this.fingerprints = fingerprints;
    this.clock = clock;
  }

  /**
   * Counts, unless it was counted before or the alias is gone.
   *
   * @return whether it did: only then has it consequences, and they are in the same transaction
   */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean count(AliasActivity activity, AliasId alias) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    Optional<LossReason> loss = loss(activity);
    boolean first =
        entities
                .createNativeQuery(COUNT)
                .setParameter("hash", hash(activity).bytes())
                .setParameter("now", now)
                .setParameter("forwarded", one(activity, AliasActivity.Kind.FORWARDED))
                .setParameter("blocked", loss.filter(Counting::isKeptOut).isPresent() ? 1 : 0)
                .setParameter("replied", one(activity, AliasActivity.Kind.REPLIED))
                .setParameter("spam", isSpam(activity) ? 1 : 0)
                .setParameter("trackers", activity.trackersRemoved())
                .setParameter("alias", alias.value())
                .executeUpdate()
            > 0;
    if (first) {
      loss.ifPresent(reason -> losses.count(alias, reason, now.toInstant()));
    }
    return first;
  }

  /**
   * Remembers what is about no mail of an alias, but a notice to its owner.
   *
   * @return whether it comes for the first time, as above
   */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean isFirst(AliasActivity activity) {
    return entities
            .createNativeQuery(
                """
                insert into activity_seen (activity_hash, seen_at) values (:hash, :now)
                on conflict do nothing
                """)
            .setParameter("hash", hash(activity).bytes())
            .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
            .executeUpdate()
        > 0;
  }

  /** A copy that the owner sent to the alias herself was meant for nobody. */
  private static boolean isKeptOut(LossReason reason) {
    return reason != LossReason.OWN_REPLY;
  }

  private Fingerprint hash(AliasActivity activity) {
    return fingerprints.ofActivity(
        activity.mailId(), activity.token().value(), activity.kind().name());
  }

  /** Why a mail is lost by this, if it is: what bounced was sent, and has not arrived. */
  private static Optional<LossReason> loss(AliasActivity activity) {
    return switch (activity.kind()) {
      case BLOCKED -> activity.reason();
      case HARD_BOUNCE, SOFT_BOUNCE, SUPPRESSED -> Optional.of(LossReason.MAILBOX_REFUSED);
      case FORWARDED, REPLIED, COMPLAINT -> Optional.empty();
    };
  }

  private static boolean isSpam(AliasActivity activity) {
    return activity.reason().filter(SPAM::contains).isPresent();
  }

  /** Forgets some of what cannot come again. Whether there is more. */
  @Transactional
  boolean prune() {
    Instant horizon = clock.instant().minus(REMEMBERED);
    int pruned =
        entities
            .createNativeQuery(
                """
                delete from activity_seen where activity_hash in (
                  select activity_hash from activity_seen where seen_at < :horizon limit :most)
                """)
            .setParameter("horizon", horizon.atOffset(ZoneOffset.UTC))
            .setParameter("most", PRUNED_AT_ONCE)
            .executeUpdate();
    return pruned == PRUNED_AT_ONCE;
  }

  private static int one(AliasActivity activity, AliasActivity.Kind kind) {
    return activity.kind() == kind ? 1 : 0;
  }
}
