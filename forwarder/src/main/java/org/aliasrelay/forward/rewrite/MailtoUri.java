package org.aliasrelay.forward.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.aliasrelay.alias.contract.EmailAddress;

/**
 * A mailto URI (RFC 6068) to one address.
 *
 * @param address whom it writes to; where it names several, the first
 * @param fields what it presets, percent-encoded, without the question mark; empty for nothing
 */
record MailtoUri(EmailAddress address, String fields) {
  private static final String SCHEME = "mailto:";

  /** RFC 6068, section 4: other fields are not safe; {@code to} and {@code cc} write past us. */
  private static final Set<String> KEPT = Set.of("subject", "body");

  /** Reads it; nothing if it is no mailto URI, or writes to nobody whom mail can reach. */
  static Optional<MailtoUri> parse(String uri) {
    if (!isOne(uri)) {
      return Optional.empty();
    }
    String rest = uri.substring(SCHEME.length());
    int question = rest.indexOf('?');
    String addresses = question < 0 ? rest : rest.substring(0, question);
    List<String> fields =
        question < 0 ? List.of() : List.of(rest.substring(question + 1).split("&"));
    for (String text : addresses.split(",", -1)) {
      Optional<EmailAddress> address =
          EmailAddress.parse(decoded(text)).filter(EmailAddress::isAscii);
      if (address.isPresent()) {
        return Optional.of(new MailtoUri(address.get(), kept(fields)));
      }
    }
    return Optional.empty();
  }

  /** Whether it has that scheme, whomever it writes to. */
  static boolean isOne(String uri) {
    return uri.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  private static String kept(List<String> fields) {
    List<String> kept = new ArrayList<>();
    for (String field : fields) {
      if (isSafe(field)) {
        kept.add(encoded(field));
      }
    }
    return String.join("&", kept);
  }

  private static boolean isSafe(String field) {
    int equals = field.indexOf('=');
    return equals > 0 && KEPT.contains(field.substring(0, equals).toLowerCase(Locale.ROOT));
  }

  private static String decoded(String text) {
    return PercentEncoding.decoded(text).map(String::strip).orElse(text);
  }

  /** What is no URI character is encoded: it could end the URI, or the field it stands in. */
  private static String encoded(String text) {
    return PercentEncoding.encoded(text, c -> c > ' ' && c < 0x7f && "<>\"\\^`{|},".indexOf(c) < 0);
  }

  /** The same URI, to somebody else. */
  String to(EmailAddress other) {
    return SCHEME + encoded(other.value()) + (fields.isEmpty() ? "" : "?" + fields);
  }
}
