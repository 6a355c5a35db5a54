package org.aliasrelay.alias.deliveries;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.contract.EmailAddress;

/**
 * Whom a mail to an alias names.
 *
 * @param correspondents who wrote it, and where answers should go
 * @param bystanders the others
 */
record Named(Set<EmailAddress> correspondents, Set<EmailAddress> bystanders) {
  static Named in(DeliveryRequest request) {
    Set<EmailAddress> correspondents = new LinkedHashSet<>(request.from());
    request.replyTo().stream().limit(DeliveryRequest.MAX_REPLY_TO).forEach(correspondents::add);
    Set<EmailAddress> bystanders = new LinkedHashSet<>();
    request.others().stream().limit(DeliveryRequest.MAX_OTHERS).forEach(bystanders::add);
    bystanders.removeAll(correspondents);
    return new Named(correspondents, bystanders);
  }

  List<EmailAddress> all() {
    return Stream.concat(correspondents.stream(), bystanders.stream()).toList();
  }

  Named without(Predicate<EmailAddress> some) {
    return new Named(rest(correspondents, some), rest(bystanders, some));
  }

  private static Set<EmailAddress> rest(Set<EmailAddress> all, Predicate<EmailAddress> some) {
    Set<EmailAddress> rest = new LinkedHashSet<>(all);
    rest.removeIf(some);
    return rest;
  }
}
