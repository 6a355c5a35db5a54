package org.aliasrelay.forward.rewrite;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.contract.EmailAddress;

/**
 * Everyone a header names, read once: alias-api must know them to make a plan, and rewriting puts
 * others in their place.
 *
 * @param from every mailbox of every From field; an honest message has one
 * @param fromHasOneAt whether there is one From field, and in it one at sign outside of quotes, so
 *     that nobody can take another address for the author's
 * @param replyTo where answers are asked to go; empty means to the author
 * @param to everyone in To
 * @param cc everyone in Cc
 * @param lists whom the mailto URIs of List-* fields write to (RFC 2369)
 */
public record People(
    List<Correspondent> from,
    boolean fromHasOneAt,
    List<Correspondent> replyTo,
    List<Correspondent> to,
    List<Correspondent> cc,
    List<EmailAddress> lists) {

  /** Reads them from a header. */
  public static People in(Head head) {
    return new People(
        Correspondent.in(head, FieldName.FROM),
        hasOneAt(head.all(FieldName.FROM)),
        Correspondent.in(head, FieldName.REPLY_TO),
        Correspondent.in(head, FieldName.TO),
        Correspondent.in(head, FieldName.CC),
        ListUris.addresses(head));
  }

  /**
   * Whether From says plainly who wrote: what was proved of its domain is proved of nobody, if it
   * names several, or somebody whose address cannot be read.
   */
  public boolean isAuthorClear() {
    return fromHasOneAt && from.size() == 1 && from.getFirst().address().isPresent();
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

  /** Outside of quoted strings (RFC 5322, section 3.2.4). */
  private static boolean hasOneAt(List<HeaderField> fields) {
    return fields.size() == 1 && bareAts(fields.getFirst()) == 1;
  }

  private static int bareAts(HeaderField field) {
    byte[] octets = field.bytes();
    int found = 0;
    int i = field.colon() + 1;
    while (i < field.to()) {
      i = Octets.indexOf((byte) '@', (byte) '"', octets, i, field.to());
      if (i == field.to()) {
        break;
      }
      if (octets[i] == '@') {
        found++;
        i++;
      } else {
        i = Words.endOfQuoted(octets, i, field.to());
      }
    }
    return found;
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
