package org.aliasrelay.forward.rewrite;

import java.util.List;
import java.util.stream.Stream;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.contract.EmailAddress;

/**
 * The addresses a header names, which is what alias-api must know to make a plan.
 *
 * @param from every mailbox of every From field; an honest message has one
 * @param replyTo where answers are asked to go; empty means to the author
 * @param others everyone in To and Cc
 */
public record People(
    List<EmailAddress> from, List<EmailAddress> replyTo, List<EmailAddress> others) {

  /** Reads them from a header, up to the numbers a request takes. */
  public static People in(Head head) {
    return new People(
        addresses(head, DeliveryRequest.MAX_REPLY_TO, "From"),
        addresses(head, DeliveryRequest.MAX_REPLY_TO, "Reply-To"),
        addresses(head, DeliveryRequest.MAX_OTHERS, "To", "Cc"));
  }

  private static List<EmailAddress> addresses(Head head, int most, String... fields) {
    return Stream.of(fields)
        .flatMap(name -> Correspondent.in(head.all(name)).stream())
        .flatMap(one -> one.address().stream())
        .distinct()
        .limit(most)
        .toList();
  }
}
