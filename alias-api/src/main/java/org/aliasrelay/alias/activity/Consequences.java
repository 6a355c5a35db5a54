package org.aliasrelay.alias.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.aliases.Aliases;
import org.aliasrelay.alias.aliases.DisabledBecause;
import org.aliasrelay.alias.bounces.Mailboxes;
import org.aliasrelay.alias.bounces.PauseCause;
import org.aliasrelay.alias.contacts.ContactId;
import org.aliasrelay.alias.contract.AliasActivity;
import org.aliasrelay.alias.contract.NoticePlan;
import org.aliasrelay.alias.notices.NoticeReason;
import org.aliasrelay.alias.notices.Noticing;
import org.aliasrelay.alias.routes.RouteTarget;
import org.aliasrelay.alias.sealing.AccountId;
import org.aliasrelay.alias.sealing.Fingerprint;
import org.aliasrelay.alias.sealing.Fingerprints;

/**
 * What follows from something that happened: once, for counting and consequences are one
 * transaction. A contact's mailbox is not the owner's, so what happens there pauses nothing.
 */
@ApplicationScoped
class Consequences {
  private final Counting counting;
  private final Aliases aliases;
  private final Mailboxes mailboxes;
  private final Noticing noticing;
  private final Fingerprints fingerprints;

  Consequences(
      Counting counting,
      Aliases aliases,
      Mailboxes mailboxes,
      Noticing noticing,
      Fingerprints fingerprints) {
    this.counting = counting;
    this.aliases = aliases;
    this.mailboxes = mailboxes;
    this.noticing = noticing;
    this.fingerprints = fingerprints;
  }

  @Transactional
  void of(AliasActivity activity, RouteTarget target) {
    switch (target) {
      case RouteTarget.Notice _ -> ofNotice(activity);
      case RouteTarget.Owner(AliasId alias) ->
          ofMail(activity, alias, owner -> toOwner(activity, alias, owner));
      // Whoever knows a reverse alias can send to it as nobody, and must not cause notices.
      case RouteTarget.Correspondent(AliasId alias, ContactId _, boolean nullSender)
          when nullSender ->
          ofMail(activity, alias, _ -> {});
      case RouteTarget.Correspondent(AliasId alias, ContactId _, boolean _) ->
          ofMail(activity, alias, owner -> toCorrespondent(activity, alias, owner));
      case RouteTarget.FormerCorrespondent(AliasId alias) ->
          ofMail(activity, alias, owner -> toCorrespondent(activity, alias, owner));
    }
  }

  private void ofMail(AliasActivity activity, AliasId alias, Consumer<AccountId> consequence) {
    if (counting.count(activity, alias)) {
      aliases.ownerOf(alias).ifPresent(consequence);
    }
  }

  /** A notice that the owner's mailbox refused says as much of the mailbox as a mail does. */
  private void ofNotice(AliasActivity activity) {
    Fingerprint mail = fingerprints.ofMail(activity.mailId(), activity.token().value());
    switch (activity.kind()) {
      // SES refused what we wrote, or the owner takes it for spam: to repeat it would be no better.
      case FORWARDED, REPLIED, BLOCKED, COMPLAINT -> {}
      case HARD_BOUNCE ->
          lostNotice(activity, owner -> mailboxes.refused(owner, mail, PauseCause.REFUSED));
      case SUPPRESSED ->
          lostNotice(activity, owner -> mailboxes.refused(owner, mail, PauseCause.SUPPRESSED));
      case SOFT_BOUNCE -> lostNotice(activity, owner -> mailboxes.tired(owner, mail));
    }
  }

  private void lostNotice(AliasActivity activity, Consumer<AccountId> mailbox) {
    if (counting.isFirst(activity)) {
      UUID notice = UUID.fromString(NoticePlan.noticeId(activity.mailId()).orElseThrow());
      // In the order of a mail that bounces, which waits for the same two rows.
      noticing
          .ownerOf(notice)
          .ifPresent(
              owner -> {
                mailbox.accept(owner);
                noticing.tellAgain(notice, owner);
              });
    }
  }

  private void toOwner(AliasActivity activity, AliasId alias, AccountId owner) {
    Fingerprint mail = fingerprints.ofMail(activity.mailId(), activity.token().value());
    switch (activity.kind()) {
      case REPLIED -> {}
      case FORWARDED -> mailboxes.sent(owner, mail);
      case BLOCKED -> {
        mailboxes.ended(owner, mail);
        tell(activity.reason().flatMap(NoticeReason::of), alias, owner);
      }
      case HARD_BOUNCE -> {
        mailboxes.refused(owner, mail, PauseCause.REFUSED);
        noticing.note(owner, alias, NoticeReason.MAILBOX_REFUSED);
      }
      case SUPPRESSED -> {
        mailboxes.refused(owner, mail, PauseCause.SUPPRESSED);
        noticing.note(owner, alias, NoticeReason.MAILBOX_REFUSED);
      }
      case SOFT_BOUNCE -> {
        mailboxes.tired(owner, mail);
        noticing.note(owner, alias, NoticeReason.MAILBOX_REFUSED);
      }
      case COMPLAINT -> turnOff(alias, owner, NoticeReason.TURNED_OFF_BY_COMPLAINT);
    }
  }

  private void toCorrespondent(AliasActivity activity, AliasId alias, AccountId owner) {
    switch (activity.kind()) {
      case FORWARDED, REPLIED -> {}
      case COMPLAINT -> turnOff(alias, owner, NoticeReason.TURNED_OFF_BY_RECIPIENT);
      case BLOCKED -> tell(activity.reason().flatMap(NoticeReason::ofReply), alias, owner);
      // A soft bounce is final, too: SES has tried for as long as it does, and gave up.
      case HARD_BOUNCE, SOFT_BOUNCE, SUPPRESSED ->
          noticing.note(owner, alias, NoticeReason.REPLY_BOUNCED);
    }
  }

  private void turnOff(AliasId alias, AccountId owner, NoticeReason why) {
    if (aliases.turnOff(alias, DisabledBecause.COMPLAINT)) {
      noticing.note(owner, alias, why);
    }
  }

  private void tell(Optional<NoticeReason> what, AliasId alias, AccountId owner) {
    what.ifPresent(reason -> noticing.note(owner, alias, reason));
  }
}
