package org.aliasrelay.alias.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aliasrelay.alias.accounts.Account;
import org.aliasrelay.alias.accounts.Accounts;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.aliases.Aliases;
import org.aliasrelay.alias.bounces.Mailboxes;
import org.aliasrelay.alias.bounces.Passage;
import org.aliasrelay.alias.contract.NoticePlan;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.alias.routes.RouteTarget;
import org.aliasrelay.alias.routes.RouteTokens;
import org.aliasrelay.alias.sealing.Fingerprints;
import org.aliasrelay.alias.sealing.Lanes;
import org.hibernate.Session;

/** Answers what a notice says. Its lines do not change any more, so neither does the answer. */
@ApplicationScoped
class Notices {
  private final EntityManager entities;
  private final Accounts accounts;
  private final Aliases aliases;
  private final Lanes lanes;
  private final RouteTokens tokens;
  private final Noticing noticing;
  private final Mailboxes mailboxes;
  private final Fingerprints fingerprints;
  private final NoticesConfig config;

  Notices(
      EntityManager entities,
      Accounts accounts,
      Aliases aliases,
      Lanes lanes,
      RouteTokens tokens,
      Noticing noticing,
      Mailboxes mailboxes,
      Fingerprints fingerprints,
      NoticesConfig config) {
    this.entities = entities;
    this.accounts = accounts;
    this.aliases = aliases;
    this.lanes = lanes;
    this.tokens = tokens;
    this.noticing = noticing;
    this.mailboxes = mailboxes;
    this.fingerprints = fingerprints;
    this.config = config;
  }

  @Transactional
  NoticePlan plan(UUID notice) {
    List<NamedLine> lines = lines(notice).stream().flatMap(line -> named(line).stream()).toList();
    Optional<Account> owner = noticing.ownerOf(notice).flatMap(accounts::find);
    return lines.isEmpty() || owner.isEmpty()
        ? new NoticePlan.Withdrawn()
        : tell(notice, owner.get(), lines);
  }

  private NoticePlan tell(UUID notice, Account owner, List<NamedLine> lines) {
    String mailId = NoticePlan.mailId(notice.toString());
    RouteToken token =
        tokens.issue(mailId, new RouteTarget.Notice(lines.getFirst().line().alias()));
    // So that its bounce is known for one of the address that is the owner's now.
    Passage _ = mailboxes.plan(owner.id(), fingerprints.ofMail(mailId, token.value()));
    DigestText text = new DigestText(Texts.in(owner.preferences().wishes().language()));
    return new NoticePlan.Tell(
        owner.primary(),
        text.subject(),
        text.body(lines, config.lines()),
        text.language(),
        lanes.of(owner.id()),
        token);
  }

  /** An alias that was deleted since has no name any more, and its owner no interest in it. */
  private Optional<NamedLine> named(Line line) {
    return aliases.byId(line.alias()).map(alias -> new NamedLine(alias.address(), line));
  }

  private List<Line> lines(UUID notice) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            """
            select alias_id, reason, total, last_at from notice_line
             where digest_id = :notice order by id
            """,
            Tuple.class)
        .setParameter("notice", notice)
        .getResultList()
        .stream()
        .map(
            row ->
                new Line(
                    new AliasId(row.get("alias_id", Number.class).longValue()),
                    NoticeReason.valueOf(row.get("reason", String.class)),
                    row.get("total", Number.class).longValue(),
                    row.get("last_at", Instant.class)))
        .toList();
  }
}
