package org.aliasrelay.alias.routes;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.aliasrelay.alias.bounces.Mailboxes;
import org.aliasrelay.alias.bounces.Passage;
import org.aliasrelay.alias.contract.BlockReason;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.RouteRequest;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.alias.sealing.Fingerprint;
import org.aliasrelay.alias.sealing.Fingerprints;
import org.aliasrelay.alias.shares.FairShares;
import org.aliasrelay.alias.shares.Turn;

/** Answers {@link RouteRequest}s. */
@ApplicationScoped
class Routes {
  private final Recipients recipients;
  private final RouteTokens tokens;
  private final Mailboxes mailboxes;
  private final FairShares shares;
  private final Fingerprints fingerprints;
  private final Clock clock;

  Routes(
      Recipients recipients,
      RouteTokens tokens,
      Mailboxes mailboxes,
      FairShares shares,
      Fingerprints fingerprints,
      Clock clock) {
    this.recipients = recipients;
    this.tokens = tokens;
    this.mailboxes = mailboxes;
    this.shares = shares;
    this.fingerprints = fingerprints;
    this.clock = clock;
  }

  Route find(RouteRequest request) {
    return switch (recipients.find(request.recipient())) {
      case Recipient.Nobody() -> new Route.Unknown();
      case Recipient.OfAlias alias ->
          toOwner(alias, request, tokens.issue(request.mailId(), alias.target()));
      case Recipient.OfContact contact -> toCorrespondent(contact, sender(request), request);
      case Recipient.OfFormerContact former -> toNobody(former, sender(request), request);
    };
  }

  private Route toOwner(Recipient.OfAlias alias, RouteRequest request, RouteToken token) {
    // What stays out takes nobody's share, and is not the one mail that tries a mailbox out.
    if (alias.enabled() && RoutePolicy.staysOut(request, alias.suspectMail())) {
      return new Route.Forward(token, alias.suspectMail(), 0, true);
    }
    Passage passage = passage(alias, request.mailId(), token);
    Optional<BlockReason> reason = RoutePolicy.toOwner(alias.enabled(), passage);
    if (reason.isPresent()) {
      return new Route.Blocked(token, reason.get());
    }
    return switch (shares.ofMail(alias.target().alias(), alias.owner(), token)) {
      case Turn.At(Instant turn, boolean yields) ->
          new Route.Forward(
              token,
              alias.suspectMail(),
              RoutePolicy.waitSeconds(clock.instant(), turn, passage),
              yields);
      case Turn.Flooded _ -> new Route.Blocked(token, BlockReason.FLOODED);
    };
  }

  /** A mailbox that was never in trouble costs no query, and a disabled alias sends no probe. */
  private Passage passage(Recipient.OfAlias alias, String mailId, RouteToken token) {
    return alias.troubled() && alias.enabled()
        ? mailboxes.ask(alias.owner(), fingerprints.ofMail(mailId, token.value()))
        : new Passage.Free();
  }

  private Route toCorrespondent(
      Recipient.OfContact contact, Optional<Fingerprint> sender, RouteRequest request) {
    boolean nullSender = sender.isEmpty();
    RouteToken token =
        tokens.issue(
            request.mailId(),
            new RouteTarget.Correspondent(contact.alias(), contact.contact(), nullSender));
    Optional<BlockReason> reason = RoutePolicy.toCorrespondent(contact, sender);
    if (reason.isPresent()) {
      return new Route.Blocked(token, reason.get());
    }
    if (RoutePolicy.staysOutAsReply(request)) {
      return new Route.Reply(token);
    }
    // Anybody can send with the null sender, and must not use up the owner's replies.
    Turn turn =
        nullSender
            ? shares.ofAnswer(contact.contact(), token)
            : shares.ofReply(contact.owner(), token);
    return switch (turn) {
      case Turn.At _ -> new Route.Reply(token);
      case Turn.Flooded _ -> new Route.Blocked(token, BlockReason.FLOODED);
    };
  }

  /**
   * Lets the owner's mail in, so that the owner, once it is proven, can be told. For everybody else
   * there is no such address.
   */
  private Route toNobody(
      Recipient.OfFormerContact former, Optional<Fingerprint> sender, RouteRequest request) {
    if (sender.filter(former.primary()::equals).isEmpty()) {
      return new Route.Unknown();
    }
    RouteToken token =
        tokens.issue(request.mailId(), new RouteTarget.FormerCorrespondent(former.alias()));
    if (RoutePolicy.staysOutAsReply(request)) {
      return new Route.Reply(token);
    }
    return switch (shares.ofReply(former.owner(), token)) {
      case Turn.At _ -> new Route.Reply(token);
      case Turn.Flooded _ -> new Route.Blocked(token, BlockReason.FLOODED);
    };
  }

  private Optional<Fingerprint> sender(RouteRequest request) {
    return Optional.ofNullable(request.envelopeSender())
        .map(SenderTags::without)
        .map(fingerprints::ofPrimary);
  }
}
