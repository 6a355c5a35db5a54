package org.aliasrelay.alias.bounces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.aliasrelay.alias.sealing.AccountId;
import org.aliasrelay.alias.sealing.Fingerprint;

/**
 * The mailboxes of owners. Only one that ever bounced has a row, and whoever changes it holds its
 * lock: so of many mails at once one becomes the probe, and of many bounces one counts.
 */
@ApplicationScoped
public class Mailboxes {
  private final EntityManager entities;
  private final RecentMail recent;
  private final BouncePolicy policy;
  private final Clock clock;

  Mailboxes(EntityManager entities, RecentMail recent, BouncesConfig config, Clock clock) {
    this.entities = entities;
    this.recent = recent;
    this.policy = new BouncePolicy(config);
    this.clock = clock;
  }

  /** A mail asks to be let in. Asked again for the same mail, it is a probe again. */
  @Transactional
  public Passage ask(AccountId account, Fingerprint mail) {
    Instant now = now();
    return passage(now, change(account, was -> policy.asked(now, was, mail)), mail);
  }

  /** A mail that was let in is about to be sent. */
  @Transactional
  public Passage plan(AccountId account, Fingerprint mail) {
    Instant now = now();
    Mailbox mailbox = change(account, was -> policy.planned(now, was, mail));
    if (mailbox instanceof Mailbox.Open open && open.deaf(now)) {
      recent.add(account, mail, now);
    }
    return passage(now, mailbox, mail);
  }

  /** A mail was sent. Only now can the mailbox refuse it. */
  @Transactional
  public void sent(AccountId account, Fingerprint mail) {
    Instant now = now();
    Mailbox _ = change(account, was -> policy.sent(now, was, mail));
  }

  /** A mail went no further, for a reason that is not the mailbox's. */
  @Transactional
  public void ended(AccountId account, Fingerprint mail) {
    Instant now = now();
    Mailbox _ = change(account, was -> policy.ended(now, was, mail));
  }

  private static Passage passage(Instant now, Mailbox mailbox, Fingerprint mail) {
    return switch (mailbox) {
      case Mailbox.Open open when open.resting(now) ->
          new Passage.After(open.notBefore().orElse(now));
      case Mailbox.Open _ -> new Passage.Free();
      case Mailbox.Paused paused when paused.probe().is(mail) -> new Passage.AsProbe();
      case Mailbox.Paused _ -> new Passage.Closed();
    };
  }

  /** A mail was refused for good, or not even tried. */
  @Transactional
  public void refused(AccountId account, Fingerprint mail, PauseCause cause) {
    Instant now = now();
    Bounce bounce = bounce(account, mail);
    Mailbox _ = note(account, now, was -> policy.refused(now, was, bounce, cause));
  }

  /** A mail was not taken in time. */
  @Transactional
  public void tired(AccountId account, Fingerprint mail) {
    Instant now = now();
    Bounce bounce = bounce(account, mail);
    Mailbox _ = note(account, now, was -> policy.tired(now, was, bounce));
  }

  private Bounce bounce(AccountId account, Fingerprint mail) {
    return new Bounce(mail, recent.has(account, mail));
  }

  /** The owner has another primary address, and the provider of accounts has verified it. */
  @Transactional
  public void replaced(AccountId account) {
    Instant now = now();
    recent.clear(account);
    Mailbox _ = note(account, now, was -> policy.replaced(now));
  }

  /** How the mailbox is now. */
  @Transactional
  public MailboxStatus status(AccountId account) {
    Instant now = now();
    MailboxRow row = entities.find(MailboxRow.class, account.value());
    if (row == null) {
      return new MailboxStatus.Active();
    }
    return switch (policy.at(now, row.state())) {
      case Mailbox.Open open when open.resting(now) ->
          new MailboxStatus.Resting(open.since(), open.notBefore().orElse(now));
      case Mailbox.Open _ -> new MailboxStatus.Active();
      case Mailbox.Paused paused ->
          new MailboxStatus.Paused(paused.cause(), paused.since(), paused.nextTry());
    };
  }

  /** Changes a mailbox in trouble. One without a row has none, whatever is asked. */
  private Mailbox change(AccountId account, UnaryOperator<Mailbox> rule) {
    MailboxRow seen = entities.find(MailboxRow.class, account.value());
    if (seen == null) {
      return Mailbox.UNTROUBLED;
    }
    Mailbox was = seen.state();
    // Mostly nothing changes, and then nobody needs to wait for anybody.
    return rule.apply(was).equals(was) ? was : locked(seen, rule);
  }

  /** Changes any mailbox, and gives one that was fine a row first. */
  private Mailbox note(AccountId account, Instant now, UnaryOperator<Mailbox> rule) {
    var _ =
        entities
            .createNativeQuery(
                """
                insert into mailbox (account_id, status, since)
                select id, 'OPEN', :now from account where id = :account on conflict do nothing
                """)
            .setParameter("now", now.atOffset(ZoneOffset.UTC))
            .setParameter("account", account.value())
            .executeUpdate();
    MailboxRow row = entities.find(MailboxRow.class, account.value());
    // An account that is gone has no mailbox.
    return row == null ? Mailbox.UNTROUBLED : locked(row, rule);
  }

  private Mailbox locked(MailboxRow row, UnaryOperator<Mailbox> rule) {
    entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    Mailbox next = rule.apply(row.state());
    row.take(next);
    return next;
  }

  /** To the microsecond, which is what PostgreSQL keeps. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
