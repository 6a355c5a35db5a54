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
   * Whether there is one field, one author in it whom mail can reach, and no at sign outside of
   * quotes (RFC 5322, section 3.2.4) but that of the author's address, which may be there twice.
   *
   * @param named by these fields; pieces of a name in which the quotes were forgotten have no
   *     domain that anybody could prove, if no encoded word hides one
   */
  static boolean isPlain(List<HeaderField> fields, List<Correspondent> named) {
    if (fields.size() != 1) {
      return false;
    }
    List<EmailAddress> reachable =
        named.stream().flatMap(one -> one.address().stream()).distinct().toList();
    return reachable.size() == 1
        && (named.size() == 1 || !fields.getFirst().value().contains("=?"))
        && hasNoOther(reachable.getFirst(), fields.getFirst());
  }

  private static boolean hasNoOther(EmailAddress author, HeaderField field) {
    byte[] octets = field.bytes();
    int first = nextAt(octets, field.colon() + 1, field.to());
    if (first == field.to()) {
      return false;
    }
    boolean alone = nextAt(octets, first + 1, field.to()) == field.to();
    for (int i = first; i < field.to() && !alone; i = nextAt(octets, i + 1, field.to())) {
      if (!Optional.of(author).equals(addressAround(i, octets, field))) {
        return false;
      }
    }
    return true;
  }

  /** Outside of quotes; {@code to} if there is none. */
  private static int nextAt(byte[] octets, int from, int to) {
    int i = Octets.indexOf((byte) '@', (byte) '"', octets, from, to);
    while (i < to && octets[i] == '"') {
      i = Octets.indexOf((byte) '@', (byte) '"', octets, Words.endOfQuoted(octets, i, to), to);
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
