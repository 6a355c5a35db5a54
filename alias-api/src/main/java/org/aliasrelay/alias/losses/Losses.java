package org.aliasrelay.alias.losses;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.aliases.Aliases;
import org.aliasrelay.alias.contract.LossReason;
import org.aliasrelay.alias.sealing.AccountId;
import org.hibernate.Session;

/** The losses of everybody's aliases. */
@ApplicationScoped
public class Losses {
  private final EntityManager entities;
  private final Aliases aliases;

  Losses(EntityManager entities, Aliases aliases) {
    this.entities = entities;
    this.aliases = aliases;
  }

  /** Adds one, within the transaction that knows it has not been counted before. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void count(AliasId alias, LossReason reason, Instant now) {
    int _ =
        entities
            .createNativeQuery(
                """
                insert into alias_loss as l (alias_id, reason, total, last_at)
                values (:alias, :reason, 1, :now)
                on conflict (alias_id, reason)
                do update set total = l.total + 1, last_at = greatest(l.last_at, excluded.last_at)
                """)
            .setParameter("alias", alias.value())
            .setParameter("reason", reason.name())
            .setParameter("now", now.atOffset(ZoneOffset.UTC))
            .executeUpdate();
  }

  /** The most frequent reason first; nothing if the account has no such alias. */
  @Transactional
  Optional<List<Loss>> list(AccountId account, AliasId alias) {
    return aliases.find(account, alias).map(found -> ofAlias(alias));
  }

  private List<Loss> ofAlias(AliasId alias) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            """
            select reason, total, last_at from alias_loss
             where alias_id = :alias order by total desc, reason
            """,
            Tuple.class)
        .setParameter("alias", alias.value())
        .getResultList()
        .stream()
        .map(
            row ->
                new Loss(
                    row.get("reason", String.class).toLowerCase(Locale.ROOT),
                    row.get("total", Number.class).longValue(),
                    row.get("last_at", Instant.class)))
        .toList();
  }
}
