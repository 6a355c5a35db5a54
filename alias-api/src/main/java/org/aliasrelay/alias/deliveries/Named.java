package org.aliasrelay.alias.deliveries;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.contract.EmailAddress;

/**
 * Whom a mail to an alias names.
 *
 * @param correspondents who wrote it, first, and where answers should go; of several authors the
 *     first alone, for the forwarded mail has room for one
 * @param bystanders the others
 */
record Named(Set<EmailAddress> correspondents, Set<EmailAddress> bystanders) {
  static Named in(DeliveryRequest request) {
    Set<EmailAddress> correspondents = new LinkedHashSet<>();
    request.from().stream().limit(1).forEach(correspondents::add);
    request.replyTo().stream().limit(DeliveryRequest.MAX_REPLY_TO).forEach(correspondents::add);
    Set<EmailAddress> bystanders = new LinkedHashSet<>();
    request.others().stream().limit(DeliveryRequest.MAX_OTHERS).forEach(bystanders::add);
    bystanders.removeAll(correspondents);
    return new Named(correspondents, bystanders);
  }

  Set<EmailAddress> all() {
    Set<EmailAddress> all = new LinkedHashSet<>(correspondents);
    all.addAll(bystanders);
    return all;
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
