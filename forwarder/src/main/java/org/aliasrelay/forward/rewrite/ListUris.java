package org.aliasrelay.forward.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aliasrelay.alias.contract.EmailAddress;

/**
 * The URIs of List-Unsubscribe and its kin (RFC 2369). A mailto URI makes the owner's mail program
 * write to the list from the primary address, so it must lead through a reverse alias.
 */
final class ListUris {
  private static final List<String> WEB = List.of("https:", "http:");

  /** Lists name one or two; each becomes a contact of the alias. */
  private static final int MOST_ADDRESSES = 8;

  private ListUris() {}

  /** Everyone that the mailto URIs of a header write to. */
  static List<EmailAddress> addresses(Head head) {
    List<HeaderField> fields = fields(head);
    // No stream for most mail, which is of no list.
    return fields.isEmpty() ? List.of() : addresses(fields);
  }

  private static List<HeaderField> fields(Head head) {
    List<HeaderField> fields = new ArrayList<>();
    for (HeaderField field : head.fields()) {
      if (field.name().isOfUris()) {
        fields.add(field);
      }
    }
    return fields;
  }

  private static List<EmailAddress> addresses(List<HeaderField> fields) {
    return fields.stream()
        .flatMap(field -> uris(field.value()))
        .flatMap(uri -> MailtoUri.parse(uri).stream())
        .map(MailtoUri::address)
        .distinct()
        .limit(MOST_ADDRESSES)
        .toList();
  }

  /** The value with reverse aliases in its mailto URIs; one that has none is left out. */
  static String through(Function<EmailAddress, Optional<EmailAddress>> reverseOf, String value) {
    if (!value.contains("<")) {
      return value.contains("@") ? "" : value;
    }
    return String.join(
        ", ", uris(value).flatMap(uri -> through(reverseOf, uri, MailtoUri.parse(uri))).toList());
  }

  private static Stream<String> through(
      Function<EmailAddress, Optional<EmailAddress>> reverseOf,
      String uri,
      Optional<MailtoUri> mailto) {
    return mailto.isPresent()
        ? mailto
            .flatMap(to -> reverseOf.apply(to.address()).map(to::to))
            .map(ListUris::bracketed)
            .stream()
        : WEB.stream()
            .filter(scheme -> uri.regionMatches(true, 0, scheme, 0, scheme.length()))
            .map(_ -> bracketed(uri));
  }

  /** What stands in angle brackets; read once from left to right, however hostile. */
  private static Stream<String> uris(String value) {
    List<String> uris = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < value.length(); i++) {
      switch (value.charAt(i)) {
        case '<' -> start = i + 1;
        case '>' -> {
          if (start >= 0) {
            uris.add(value.substring(start, i).strip());
          }
          start = -1;
        }
        default -> {}
      }
    }
    return uris.stream();
  }

  private static String bracketed(String uri) {
    return "<" + uri + ">";
  }
}
