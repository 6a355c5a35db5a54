package org.aliasrelay.alias.deliveries;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aliasrelay.alias.accounts.Account;
import org.aliasrelay.alias.aliases.Alias;
import org.aliasrelay.alias.aliases.Aliases;
import org.aliasrelay.alias.bounces.Mailboxes;
import org.aliasrelay.alias.bounces.Passage;
import org.aliasrelay.alias.contacts.Contact;
import org.aliasrelay.alias.contacts.Contacts;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.RefusalReason;
import org.aliasrelay.alias.contract.ReverseAlias;
import org.aliasrelay.alias.issuing.RelayDomain;
import org.aliasrelay.alias.sealing.Fingerprints;
import org.aliasrelay.alias.sealing.Lanes;
import org.aliasrelay.alias.senders.AllowedSenders;

/** Plans mail to an owner: whether it is wanted, and which address stands for whom. */
@ApplicationScoped
class ForwardPlans {
  private final Mailboxes mailboxes;
  private final Aliases aliases;
  private final Contacts contacts;
  private final AllowedSenders senders;
  private final RelayDomain domain;
  private final Fingerprints fingerprints;
  private final Lanes lanes;

  ForwardPlans(
      Mailboxes mailboxes,
      Aliases aliases,
      Contacts contacts,
      AllowedSenders senders,
      RelayDomain domain,
      Fingerprints fingerprints,
      Lanes lanes) {
    this.mailboxes = mailboxes;
    this.aliases = aliases;
    this.contacts = contacts;
    this.senders = senders;
    this.domain = domain;
    this.fingerprints = fingerprints;
    this.lanes = lanes;
  }

  DeliveryPlan plan(DeliveryRequest request, Alias alias, Account owner) {
    // A mail that names the owner, by whichever address, needs no way back to the owner.
    Named mentioned = Named.in(request).without(one -> isOwner(one, alias, owner));
    List<EmailAddress> ours = mentioned.all().stream().filter(domain::owns).toList();
    Set<EmailAddress> reverse = contacts.ownReverseAliases(owner.id(), ours);
    Named named =
        mentioned.without(reverse::contains).without(aliases.own(owner.id(), ours)::contains);
    Set<EmailAddress> everybody = named.all();
    // Also those who get no contact: none of several authors may be one whom the owner blocked.
    everybody.addAll(request.from());
    List<Contact> known = contacts.known(owner.id(), alias.id(), everybody);
    Optional<RefusalReason> unwanted =
        DeliveryPolicy.mail(
            new DeliveryPolicy.Wishes(
                !alias.enabled(),
                DeliveryPolicy.isOwnReply(request, owner.primary(), reverse),
                known.stream()
                    .anyMatch(
                        contact -> contact.blocked() && request.from().contains(contact.address())),
                alias.sendersLimited() && !isAllowed(request, alias),
                alias.blockListEmails() && request.listMail()));
    if (unwanted.isPresent()) {
      return new DeliveryPlan.Refused(unwanted.get());
    }
    // Asked last: a mail that is not wanted must not be the one that tries the mailbox out.
    Passage passage =
        mailboxes.plan(owner.id(), fingerprints.ofMail(request.mailId(), request.token().value()));
    Optional<RefusalReason> refusal = DeliveryPolicy.mailbox(passage);
    if (refusal.isPresent()) {
      return new DeliveryPlan.Refused(refusal.get());
    }
    List<ReverseAlias> plan = new ArrayList<>();
    contacts
        .completed(owner.id(), alias.id(), known, named.correspondents(), named.bystanders())
        .stream()
        .map(contact -> new ReverseAlias(contact.address(), contact.reverse()))
        .forEach(plan::add);
    // They lead through the relay as they are: a contact of a contact would send mail in circles.
    reverse.forEach(address -> plan.add(new ReverseAlias(address, address)));
    return new DeliveryPlan.Forward(
        owner.primary(),
        alias.address(),
        plan,
        owner.preferences().wishes(),
        lanes.of(owner.id()),
        passage instanceof Passage.AsProbe);
  }

  /** A list that a forged From field passed would be none. */
  private boolean isAllowed(DeliveryRequest request, Alias alias) {
    return request.authenticated() && senders.allow(alias.id(), request.from());
  }

  /** Nearly every mail names its alias, and knowing that one costs no query. */
  private boolean isOwner(EmailAddress one, Alias alias, Account owner) {
    return one.equals(owner.primary())
        || domain.withoutSubAddress(one).orElse(one).equals(alias.address());
  }
}
