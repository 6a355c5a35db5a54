package org.aliasrelay.alias.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/** The answer to a {@link DeliveryRequest}. It lives in the memory of one delivery attempt only. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "plan")
@JsonSubTypes({
  @JsonSubTypes.Type(value = DeliveryPlan.Forward.class, name = "forward"),
  @JsonSubTypes.Type(value = DeliveryPlan.Reply.class, name = "reply"),
  @JsonSubTypes.Type(value = DeliveryPlan.Refused.class, name = "refused"),
})
public sealed interface DeliveryPlan {

  /**
   * Send to the owner.
   *
   * @param destination the owner's primary address: the envelope recipient and nothing else
   * @param alias the address the sender wrote to
   * @param reverseAliases one entry for each address of the request that has a reverse alias
   * @param wishes what the owner wants done with the body
   * @param lane stands for the owner where mail queues up for SES, so that nobody's flood holds up
   *     another's mail; opaque, 1 to 64 characters
   * @param probe whether this mail tries out a mailbox that refused mail before: SES's suppression
   *     list must forget it first
   */
  record Forward(
      EmailAddress destination,
      EmailAddress alias,
      List<ReverseAlias> reverseAliases,
      BodyWishes wishes,
      String lane,
      boolean probe)
      implements DeliveryPlan {
    /** Copies the list. */
    public Forward {
      reverseAliases = List.copyOf(reverseAliases);
    }

    /** The address through which the owner reaches this contact. */
    public Optional<EmailAddress> reverseOf(EmailAddress contact) {
      for (ReverseAlias entry : reverseAliases) {
        if (entry.contact().equals(contact)) {
          return Optional.of(entry.reverse());
        }
      }
      return Optional.empty();
    }
  }

  /**
   * Send from the alias to its contact.
   *
   * @param destination the contact: the envelope recipient
   * @param alias becomes the From address
   * @param primary the owner's address, so that every trace of it can be taken out
   * @param reverseAliases the contacts behind reverse aliases of this alias: the one written to,
   *     those that the request named in {@code others}, and several hundred others, the newest, for
   *     a text may quote any of them
   * @param lane as in {@link Forward}
   */
  record Reply(
      EmailAddress destination,
      EmailAddress alias,
      EmailAddress primary,
      List<ReverseAlias> reverseAliases,
      String lane)
      implements DeliveryPlan {
    /** Copies the list. */
    public Reply {
      reverseAliases = List.copyOf(reverseAliases);
    }

    /** The contact behind a reverse alias. */
    public Optional<EmailAddress> contactOf(EmailAddress reverse) {
      return reverseAliases.stream()
          .filter(entry -> entry.reverse().equals(reverse))
          .map(ReverseAlias::contact)
          .findFirst();
    }
  }

  /** Do not send, now or later. */
  record Refused(RefusalReason reason) implements DeliveryPlan {}
}
