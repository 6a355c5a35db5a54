package org.aliasrelay.alias.deliveries;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aliasrelay.alias.accounts.Account;
import org.aliasrelay.alias.aliases.Alias;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.issuing.RelayDomain;

/**
 * Whom a mail to an alias names.
 *
 * @param correspondents who wrote it, and where answers should go
 * @param bystanders the others, without the owner
 */
record Named(Set<EmailAddress> correspondents, Set<EmailAddress> bystanders) {
  static Named in(DeliveryRequest request, RelayDomain domain, Alias alias, Account owner) {
    Set<EmailAddress> correspondents = new LinkedHashSet<>(request.from());
    request.replyTo().stream().limit(DeliveryRequest.MAX_REPLY_TO).forEach(correspondents::add);
    Set<EmailAddress> bystanders = new LinkedHashSet<>();
    request.others().stream()
        .limit(DeliveryRequest.MAX_OTHERS)
        .filter(other -> !isOwner(other, domain, alias, owner))
        .forEach(bystanders::add);
    bystanders.removeAll(correspondents);
    return new Named(correspondents, bystanders);
  }

  /** A mail that names the owner beside the alias needs no way back to the owner. */
  private static boolean isOwner(
      EmailAddress other, RelayDomain domain, Alias alias, Account owner) {
    return Stream.of(other, domain.withoutSubAddress(other).orElse(other))
            .anyMatch(alias.address()::equals)
        || other.equals(owner.primary());
  }

  List<EmailAddress> all() {
    return Stream.concat(correspondents.stream(), bystanders.stream()).toList();
  }

  Named without(Set<EmailAddress> some) {
    return new Named(difference(correspondents, some), difference(bystanders, some));
  }

  private static Set<EmailAddress> difference(Set<EmailAddress> from, Set<EmailAddress> some) {
    Set<EmailAddress> rest = new LinkedHashSet<>(from);
    rest.removeAll(some);
    return rest;
  }
}
