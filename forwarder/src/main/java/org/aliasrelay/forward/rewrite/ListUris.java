package org.aliasrelay.forward.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.aliasrelay.alias.contract.EmailAddress;

/**
 * The URIs of List-Unsubscribe and its kin (RFC 2369). A mailto URI makes the owner's mail program
 * write to the list from the primary address, so it must lead through a reverse alias.
 */
final class ListUris {
  /** Lists name one or two; each becomes a contact of the alias. */
  private static final int MOST_ADDRESSES = 8;

  private ListUris() {}

  /** Everyone that the mailto URIs of a header write to. */
  static List<EmailAddress> addresses(Head head) {
    // Most mail is of no list.
    return head.hasUris() ? addresses(fields(head)) : List.of();
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
    Set<EmailAddress> addresses = new LinkedHashSet<>();
    for (HeaderField field : fields) {
      for (String uri : uris(EncodedWords.decode(field.value()))) {
        Optional<MailtoUri> mailto = MailtoUri.parse(uri);
        if (mailto.isPresent() && addresses.add(mailto.get().address())) {
          if (addresses.size() == MOST_ADDRESSES) {
            return List.copyOf(addresses);
          }
        }
      }
    }
    return List.copyOf(addresses);
  }

  /** The value with reverse aliases in its mailto URIs; one that has none is left out. */
  static String through(Function<EmailAddress, Optional<EmailAddress>> reverseOf, String value) {
    // No field for encoded words (RFC 2047, section 5), but Python folds a long one by means of
    // them.
    String text = EncodedWords.decode(value);
    if (!text.contains("<")) {
      return text.contains("@") || MailtoUri.isOne(text.strip()) ? "" : value;
    }
    List<String> through = new ArrayList<>();
    for (String uri : uris(text)) {
      Optional<MailtoUri> mailto = MailtoUri.parse(uri);
      Optional<String> usable =
          mailto.isPresent()
              ? mailto.flatMap(to -> reverseOf.apply(to.address()).map(to::to))
              : Optional.of(uri).filter(ListUris::isOfWeb).map(ListUris::inAscii);
      usable.ifPresent(one -> through.add("<" + one + ">"));
    }
    return String.join(", ", through);
  }

  private static boolean isOfWeb(String uri) {
    return startsWith("https:", uri) || startsWith("http:", uri);
  }

  /** As an IRI becomes a URI (RFC 3987, section 3.1). */
  private static String inAscii(String uri) {
    return PercentEncoding.encoded(uri, octet -> octet >= 0);
  }

  private static boolean startsWith(String scheme, String uri) {
    return uri.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  /** What stands in angle brackets; read once from left to right, however hostile. */
  private static List<String> uris(String value) {
    List<String> uris = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < value.length(); i++) {
      switch (value.charAt(i)) {
        case '<' -> start = i + 1;
        case '>' -> {
          if (start >= 0) {
            uris.add(withoutBlanks(value.substring(start, i)));
          }
          start = -1;
        }
        default -> {}
      }
    }
    return uris;
  }

  /**
   * Section 2: where a program folded a URI, nothing was put in. But behind a question mark people
   * write words, as the subject of a mail.
   */
  private static String withoutBlanks(String uri) {
    int words =
        startsWith("mailto:", uri) && uri.indexOf('?') >= 0 ? uri.indexOf('?') : uri.length();
    String address = uri.substring(0, words).replace(" ", "").replace("\t", "");
    return address + uri.substring(words).strip();
  }
}
