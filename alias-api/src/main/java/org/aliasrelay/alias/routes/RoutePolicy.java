package org.aliasrelay.alias.routes;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.aliasrelay.alias.bounces.Passage;
import org.aliasrelay.alias.contract.BlockReason;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.RouteRequest;
import org.aliasrelay.alias.contract.SuspectMail;
import org.aliasrelay.alias.sealing.Fingerprint;

/** Decides whether an existing recipient takes a mail, and when. */
final class RoutePolicy {
  private static final Duration A_SECOND_LESS_A_NANO = Duration.ofSeconds(1).minusNanos(1);

  private RoutePolicy() {}

  /** Why mail to an alias stays out, if it does. */
  static Optional<BlockReason> toOwner(boolean enabled, Passage passage) {
    if (!enabled) {
      return Optional.of(BlockReason.ALIAS_DISABLED);
    }
    return switch (passage) {
      case Passage.Free _, Passage.After _, Passage.AsProbe _ -> Optional.empty();
      case Passage.Closed _ -> Optional.of(BlockReason.ACCOUNT_PAUSED);
    };
  }

  /** Whether whoever asks will keep the mail out by what SES found. */
  static boolean staysOut(RouteRequest request, SuspectMail wish) {
    return request.refused() || (request.suspect() && wish == SuspectMail.KEEP_OUT);
  }

  /** The same of a reply, which must be proven, and which no owner wants kept out as suspect. */
  static boolean staysOutAsReply(RouteRequest request) {
    return request.refused() || !request.authenticated();
  }

  /**
   * How long a mail waits that comes in: until its turn, and until the mailbox has had its break.
   * In whole seconds, and no less.
   */
  static int waitSeconds(Instant now, Instant turn, Passage passage) {
    Instant start =
        passage instanceof Passage.After(Instant moment) && moment.isAfter(turn) ? moment : turn;
    if (!start.isAfter(now)) {
      return 0;
    }
    long seconds = Duration.between(now, start).plus(A_SECOND_LESS_A_NANO).toSeconds();
    return (int) Math.min(seconds, Route.Forward.MAX_WAIT_SECONDS);
  }

  /**
   * Why mail to a reverse alias stays out, if it does. Who asks comes first: a stranger must not
   * learn from a count whether the alias is on.
   *
   * @param sender of the envelope; none for the null sender, with which the owner's programs answer
   *     (RFC 3834, section 3.3): whether it is they, only the message can say
   */
  static Optional<BlockReason> toCorrespondent(
      Recipient.OfContact recipient, Optional<Fingerprint> sender) {
    if (sender.filter(other -> !other.equals(recipient.primary())).isPresent()) {
      return Optional.of(BlockReason.NOT_THE_OWNER);
    }
    return recipient.enabled() ? Optional.empty() : Optional.of(BlockReason.ALIAS_DISABLED);
  }
}
