package org.aliasrelay.forward.rewrite;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.aliasrelay.alias.contract.EmailAddress;

/**
 * Whether all who read a From field find the same address in it. SES proves the domain of the one
 * that it finds, and of a field such as {@code eve@evil.example <ann@shop.example>} programs find
 * different ones.
 */
final class AuthorField {
  private AuthorField() {}

  /**
   * Whether there is one field, one author in it whom mail can reach, and no at sign but that of
   * the author's address, which may be there twice. At signs inside of quotes (RFC 5322, section
   * 3.2.4) do not count, where all programs find the same quotes.
   *
   * @param named by these fields; pieces of a name in which the quotes were forgotten have no
   *     domain that anybody could prove, if nothing hides one
   */
  static boolean isPlain(List<HeaderField> fields, List<Correspondent> named) {
    if (fields.size() != 1 || hasControls(fields.getFirst())) {
      return false;
    }
    List<EmailAddress> reachable =
        named.stream().flatMap(one -> one.address().stream()).distinct().toList();
    return reachable.size() == 1
        && (named.size() == 1 || arePieces(named, fields.getFirst()))
        && hasNoOther(reachable.getFirst(), fields.getFirst(), named.size() > 1);
  }

  /** Escape sequences, for one, turn what some read into what others do not. */
  private static boolean hasControls(HeaderField field) {
    for (int i = field.colon() + 1; i < field.to(); i++) {
      byte octet = field.bytes()[i];
      boolean usual = octet == '\t' || octet == '\r' || octet == '\n';
      if ((octet >= 0 && octet < ' ' && !usual) || octet == 0x7f) {
        return true;
      }
    }
    return false;
  }

  private static boolean arePieces(List<Correspondent> named, HeaderField field) {
    return !field.value().contains("=?")
        && named.stream()
            .filter(one -> one.address().isEmpty())
            .noneMatch(one -> one.written().contains("@"));
  }

  private static boolean hasNoOther(EmailAddress author, HeaderField field, boolean several) {
    byte[] octets = field.bytes();
    boolean quotes = haveOneMeaning(octets, field);
    int first = nextAt(octets, field.colon() + 1, field.to(), quotes);
    if (first >= field.to()) {
      return false;
    }
    boolean alone = !several && nextAt(octets, first + 1, field.to(), quotes) >= field.to();
    for (int i = first; i < field.to() && !alone; i = nextAt(octets, i + 1, field.to(), quotes)) {
      if (!Optional.of(author).equals(addressAround(i, octets, field))) {
        return false;
      }
    }
    return true;
  }

  /** Each is closed, and none may be in a comment or behind a backslash. */
  private static boolean haveOneMeaning(byte[] octets, HeaderField field) {
    int quotes = 0;
    for (int i = field.colon() + 1; i < field.to(); i++) {
      if (octets[i] == '(' || octets[i] == '\\') {
        return false;
      }
      quotes += octets[i] == '"' ? 1 : 0;
    }
    return quotes % 2 == 0;
  }

  /** Outside of quotes, if they mean something. */
  private static int nextAt(byte[] octets, int from, int to, boolean quotes) {
    byte other = (byte) (quotes ? '"' : '@');
    int i = Octets.indexOf((byte) '@', other, octets, from, to);
    while (i < to && octets[i] == '"') {
      i = Octets.indexOf((byte) '@', other, octets, Words.endOfQuoted(octets, i, to), to);
    }
    return i;
  }

  private static Optional<EmailAddress> addressAround(int at, byte[] octets, HeaderField field) {
    int start = at;
    while (start > field.colon() + 1 && isOfAddress(octets[start - 1])) {
      start--;
    }
    int end = at;
    while (end < field.to() && isOfAddress(octets[end])) {
      end++;
    }
    String text = new String(octets, start, end - start, StandardCharsets.UTF_8);
    return EmailAddress.parse(withoutApostrophes(text));
  }

  /** Neither white space nor a control, and nothing special but the dot and the at sign. */
  private static boolean isOfAddress(byte octet) {
    return (octet < 0 || octet > ' ') && octet != 0x7f && "()<>[]:;\\,\"".indexOf(octet) < 0;
  }

  private static String withoutApostrophes(String text) {
    boolean enclosed = text.length() > 2 && text.startsWith("'") && text.endsWith("'");
    return enclosed ? text.substring(1, text.length() - 1) : text;
  }
}
