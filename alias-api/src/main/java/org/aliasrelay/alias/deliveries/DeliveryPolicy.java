package org.aliasrelay.alias.deliveries;

import java.util.List;
import java.util.Optional;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.RefusalReason;

/** Decides whether a mail that was let in may still be delivered. */
final class DeliveryPolicy {
  private DeliveryPolicy() {}

  /** Why mail to the owner is not sent, if it is not. */
  static Optional<RefusalReason> forward(boolean enabled, boolean paused) {
    if (!enabled) {
      return Optional.of(RefusalReason.ALIAS_DISABLED);
    }
    return paused ? Optional.of(RefusalReason.ACCOUNT_PAUSED) : Optional.empty();
  }

  /**
   * Why a reply is not sent, if it is not. The From field must name the owner and nobody else, and
   * the message must prove it: the From field alone is anybody's to write.
   */
  static Optional<RefusalReason> reply(
      List<EmailAddress> from, EmailAddress primary, boolean authenticated, boolean enabled) {
    if (from.size() != 1 || !from.getFirst().equals(primary)) {
      return Optional.of(RefusalReason.NOT_THE_OWNER);
    }
    if (!authenticated) {
      return Optional.of(RefusalReason.NOT_AUTHENTICATED);
    }
    return enabled ? Optional.empty() : Optional.of(RefusalReason.ALIAS_DISABLED);
  }
}
