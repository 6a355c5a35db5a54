package org.aliasrelay.alias.deliveries;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aliasrelay.alias.accounts.Account;
import org.aliasrelay.alias.aliases.Alias;
import org.aliasrelay.alias.contacts.Contact;
import org.aliasrelay.alias.contacts.Contacts;
import org.aliasrelay.alias.contract.BodyWishes;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.ReverseAlias;
import org.aliasrelay.alias.issuing.RelayDomain;

/** Says which address stands for whom in a mail to the owner. */
@ApplicationScoped
class ForwardPlans {
  private final Contacts contacts;
  private final RelayDomain domain;

  ForwardPlans(Contacts contacts, RelayDomain domain) {
    this.contacts = contacts;
    this.domain = domain;
  }

  DeliveryPlan.Forward plan(DeliveryRequest request, Alias alias, Account owner) {
    Set<EmailAddress> named = new LinkedHashSet<>(request.from());
    request.replyTo().stream().limit(DeliveryRequest.MAX_REPLY_TO).forEach(named::add);
    request.others().stream()
        .limit(DeliveryRequest.MAX_OTHERS)
        .filter(other -> !isOwner(other, alias, owner))
        .forEach(named::add);
    Set<EmailAddress> own =
        contacts.ownReverseAliases(owner.id(), named.stream().filter(domain::owns).toList());
    named.removeAll(own);
    List<ReverseAlias> plan = new ArrayList<>();
    contacts.ofAddresses(owner.id(), alias.id(), named).stream()
        .map(ForwardPlans::entry)
        .forEach(plan::add);
    // They lead through the relay as they are: a contact of a contact would send mail in circles.
    own.forEach(reverse -> plan.add(new ReverseAlias(reverse, reverse)));
    return new DeliveryPlan.Forward(
        owner.primary(),
        alias.address(),
        plan,
        BodyWishes.NONE,
        owner.id().value().toString(),
        false);
  }

  /** A mail that names the owner beside the alias needs no way back to the owner. */
  private boolean isOwner(EmailAddress other, Alias alias, Account owner) {
    return Stream.of(other, domain.withoutSubAddress(other).orElse(other))
            .anyMatch(alias.address()::equals)
        || other.equals(owner.primary());
  }

  private static ReverseAlias entry(Contact contact) {
    return new ReverseAlias(contact.address(), contact.reverse());
  }
}
