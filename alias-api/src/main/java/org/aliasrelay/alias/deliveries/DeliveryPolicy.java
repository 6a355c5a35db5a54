package org.aliasrelay.alias.deliveries;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aliasrelay.alias.bounces.Passage;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.RefusalReason;

/** Decides whether a mail that was let in may still be delivered. */
final class DeliveryPolicy {
  private DeliveryPolicy() {}

  /**
   * What the owner wants of an alias, as far as it bears on one mail.
   *
   * @param disabled whether the alias is off
   * @param ownReply whether the owner wrote it, to others and the alias at once
   * @param blockedAuthor whether an author of the mail is a contact the owner blocked
   * @param strangeAuthor whether there is a list of senders, and an author is not on it, or nothing
   *     proves that it is the author
   * @param unwantedList whether it is a list's mail, and the owner wants none
   */
  record Wishes(
      boolean disabled,
      boolean ownReply,
      boolean blockedAuthor,
      boolean strangeAuthor,
      boolean unwantedList) {}

  /**
   * Why the owner does not want this mail, if so. What was said of the alias comes first, then of
   * one person, then of persons, then of kinds of mail: so each count says the most it can.
   */
  static Optional<RefusalReason> mail(Wishes wishes) {
    if (wishes.disabled()) {
      return Optional.of(RefusalReason.ALIAS_DISABLED);
    }
    if (wishes.ownReply()) {
      return Optional.of(RefusalReason.OWN_REPLY);
    }
    if (wishes.blockedAuthor()) {
      return Optional.of(RefusalReason.CONTACT_BLOCKED);
    }
    if (wishes.strangeAuthor()) {
      return Optional.of(RefusalReason.SENDER_NOT_ALLOWED);
    }
    return wishes.unwantedList() ? Optional.of(RefusalReason.LIST_MAIL) : Optional.empty();
  }

  /** Why the owner's mailbox is not sent to, if it is not. */
  static Optional<RefusalReason> mailbox(Passage passage) {
    return switch (passage) {
      // Mail for a mailbox that needs a break has waited where it was let in.
      case Passage.Free _, Passage.After _, Passage.AsProbe _ -> Optional.empty();
      case Passage.Closed _ -> Optional.of(RefusalReason.ACCOUNT_PAUSED);
    };
  }

  /**
   * Why a reply is not sent, if it is not. The From field must name the owner and nobody else, and
   * the message must prove it: the From field alone is anybody's to write. With the null sender
   * only programs answer (RFC 3834, section 3.3).
   */
  static Optional<RefusalReason> reply(
      DeliveryRequest request, EmailAddress primary, boolean nullSender, boolean enabled) {
    if (!isFrom(primary, request)) {
      return Optional.of(nullSender ? RefusalReason.NOT_THE_OWNER : RefusalReason.NOT_FROM_PRIMARY);
    }
    if (!request.authenticated()) {
      return Optional.of(RefusalReason.NOT_AUTHENTICATED);
    }
    if (nullSender && !request.automatic()) {
      return Optional.of(RefusalReason.NOT_THE_OWNER);
    }
    return enabled ? Optional.empty() : Optional.of(RefusalReason.ALIAS_DISABLED);
  }

  /**
   * Whether a mail to an alias is the owner's own answer to all: its other recipients get theirs
   * through the reverse aliases that it names. What only pretends to be the owner's is forwarded.
   */
  static boolean isOwnReply(
      DeliveryRequest request, EmailAddress primary, Set<EmailAddress> ownReverseAliases) {
    return isFrom(primary, request)
        && request.authenticated()
        && request.others().stream().anyMatch(ownReverseAliases::contains);
  }

  private static boolean isFrom(EmailAddress primary, DeliveryRequest request) {
    return request.from().equals(List.of(primary));
  }
}
