package org.aliasrelay.forward.rewrite;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.contract.EmailAddress;

/**
 * Everyone a header names, read once: alias-api must know them to make a plan, and rewriting puts
 * others in their place.
 *
 * @param from every mailbox of every From field; an honest message has one
 * @param isAuthorClear whether From says plainly who wrote ({@link AuthorField}): what was proved
 *     of its domain is proved of nobody, if it names several, or somebody whose address cannot be
 *     read
 * @param replyTo where answers are asked to go; empty means to the author
 * @param to everyone in To
 * @param cc everyone in Cc
 * @param lists whom the mailto URIs of List-* fields write to (RFC 2369)
 */
public record People(
    List<Correspondent> from,
    boolean isAuthorClear,
    List<Correspondent> replyTo,
    List<Correspondent> to,
    List<Correspondent> cc,
    List<EmailAddress> lists) {

  /** Reads them from a header. */
  public static People in(Head head) {
    List<Correspondent> from = Correspondent.in(head, FieldName.FROM);
    return new People(
        from,
        AuthorField.isPlain(head.all(FieldName.FROM), from),
        Correspondent.in(head, FieldName.REPLY_TO),
        Correspondent.in(head, FieldName.TO),
        Correspondent.in(head, FieldName.CC),
        ListUris.addresses(head));
  }

  /** Whether From names several; pieces of a name in which the quotes were forgotten do not. */
  boolean areAuthorsSeveral() {
    return from.size() > 1
        && from.stream()
                .map(one -> one.written().toLowerCase(Locale.ROOT))
                .filter(written -> written.contains("@"))
                .distinct()
                .count()
            > 1;
  }

  /**
   * Who wrote: the first whom mail can reach. Pieces before are of the name, as in {@code Doe, Ann
   * <ann@…>}, where the quotes were forgotten. Where mail can reach nobody, the first of all.
   */
  Optional<Correspondent> author() {
    for (int i = 0; i < from.size(); i++) {
      if (from.get(i).address().isPresent()) {
        return Optional.of(from.get(i).behind(from.subList(0, i)));
      }
    }
    return from.stream().findFirst();
  }

  /** The addresses in From, up to the number a request takes. */
  public List<EmailAddress> fromAddresses() {
    return addresses(from.stream(), DeliveryRequest.MAX_REPLY_TO);
  }

  /** The addresses in Reply-To, up to the number a request takes. */
  public List<EmailAddress> replyToAddresses() {
    return addresses(replyTo.stream(), DeliveryRequest.MAX_REPLY_TO);
  }

  /** The addresses of lists, To and Cc, up to the number a request takes. */
  public List<EmailAddress> otherAddresses() {
    Stream<EmailAddress> people =
        Stream.concat(to.stream(), cc.stream()).flatMap(one -> one.address().stream());
    return Stream.concat(lists.stream(), people)
        .distinct()
        .limit(DeliveryRequest.MAX_OTHERS)
        .toList();
  }

  private static List<EmailAddress> addresses(Stream<Correspondent> all, int most) {
    return all.flatMap(one -> one.address().stream()).distinct().limit(most).toList();
  }
}
