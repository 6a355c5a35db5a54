package org.aliasrelay.alias.routes;

import java.util.Optional;
import org.aliasrelay.alias.contract.BlockReason;
import org.aliasrelay.alias.sealing.Fingerprint;

/** Decides whether an existing recipient takes a mail. */
final class RoutePolicy {
  private RoutePolicy() {}

  /** Why mail to an alias stays out, if it does. */
  static Optional<BlockReason> toOwner(Recipient.OfAlias recipient) {
    if (!recipient.enabled()) {
      return Optional.of(BlockReason.ALIAS_DISABLED);
    }
    return recipient.paused() ? Optional.of(BlockReason.ACCOUNT_PAUSED) : Optional.empty();
  }

  /**
   * Why mail to a reverse alias stays out, if it does. Who asks comes first: a stranger must not
   * learn from a count whether the alias is on.
   *
   * @param sender of the envelope; none for the null sender, which is nobody's primary address
   */
  static Optional<BlockReason> toCorrespondent(
      Recipient.OfContact recipient, Optional<Fingerprint> sender) {
    if (sender.filter(recipient.primary()::equals).isEmpty()) {
      return Optional.of(BlockReason.NOT_THE_OWNER);
    }
    return recipient.enabled() ? Optional.empty() : Optional.of(BlockReason.ALIAS_DISABLED);
  }
}
