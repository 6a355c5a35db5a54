package org.aliasrelay.alias.deliveries;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aliasrelay.alias.accounts.Account;
import org.aliasrelay.alias.aliases.Alias;
import org.aliasrelay.alias.contacts.Contact;
import org.aliasrelay.alias.contacts.Contacts;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.contract.RefusalReason;
import org.aliasrelay.alias.contract.ReverseAlias;
import org.aliasrelay.alias.sealing.Fingerprints;
import org.aliasrelay.alias.sealing.Lanes;

/** Plans mail from an owner: whether it is the owner's, and who stands behind which address. */
@ApplicationScoped
class ReplyPlans {
  /** A text may quote any; more than these an alias has only where it reads long lists. */
  private static final int NEWEST = 500;

  private final Contacts contacts;
  private final Fingerprints fingerprints;
  private final Lanes lanes;

  ReplyPlans(Contacts contacts, Fingerprints fingerprints, Lanes lanes) {
    this.contacts = contacts;
    this.fingerprints = fingerprints;
    this.lanes = lanes;
  }

  /**
   * @param contact whom it is for; nobody where the contact was deleted
   * @param nullSender whether the envelope named nobody
   */
  DeliveryPlan plan(
      DeliveryRequest request,
      Alias alias,
      Account owner,
      Optional<Contact> contact,
      boolean nullSender) {
    Optional<RefusalReason> refusal =
        DeliveryPolicy.reply(request, owner.primary(), nullSender, alias.enabled());
    if (refusal.isPresent()) {
      return new DeliveryPlan.Refused(refusal.get());
    }
    return contact
        .map(present -> plan(request, alias, owner, present))
        .orElseGet(() -> new DeliveryPlan.Refused(RefusalReason.CONTACT_GONE));
  }

  private DeliveryPlan plan(DeliveryRequest request, Alias alias, Account owner, Contact contact) {
    if (request.automatic() && !request.receipt() && !mayAnswer(request, contact)) {
      return new DeliveryPlan.Refused(RefusalReason.TOO_MANY_AUTOMATIC_REPLIES);
    }
    if (!request.automatic()) {
      contacts.keep(contact.id());
    }
    return new DeliveryPlan.Reply(
        contact.address(),
        alias.address(),
        owner.primary(),
        reverseAliases(request, alias, owner, contact),
        lanes.of(owner.id()));
  }

  private List<ReverseAlias> reverseAliases(
      DeliveryRequest request, Alias alias, Account owner, Contact contact) {
    List<Contact> named = contacts.ofReverseAliases(owner.id(), alias.id(), request.others());
    List<Contact> newest = contacts.newest(owner.id(), alias.id(), NEWEST);
    return Stream.of(List.of(contact), named, newest)
        .flatMap(List::stream)
        .map(one -> new ReverseAlias(one.address(), one.reverse()))
        .distinct()
        .toList();
  }

  private boolean mayAnswer(DeliveryRequest request, Contact contact) {
    return contacts.mayAnswerAutomatically(
        contact.id(), fingerprints.ofMail(request.mailId(), request.token().value()));
  }
}
