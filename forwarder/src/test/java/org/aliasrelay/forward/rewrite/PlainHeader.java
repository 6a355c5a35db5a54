package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A message taken apart by a few lines of string work, to hold the careful reader against. Both
 * follow the same rules: lines end with LF, the header with the first empty line or with one that
 * is no field; an mbox line behind trace fields and empty lines at the very top are skipped.
 *
 * @param fields each with its folding, without the last line end
 * @param body everything after the header
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares messages.
record PlainHeader(List<String> fields, byte[] body) {
  private static final Pattern FIELD = Pattern.compile("[!-9;-~]+[ \\t]*:(?s:.*)");

  private static final Set<String> WRITTEN = Set.of("from", "to");

  private static final Set<String> PUT_BEFORE = Set.of("received", "return-path");

  private static final Pattern BARE_CR = Pattern.compile("\\r(?!\\n)");

  private static final Pattern LINE_ENDS = Pattern.compile("[\\r\\n]*");

  static PlainHeader of(byte[] message) {
    String text = new String(message, ISO_8859_1);
    List<String> fields = new ArrayList<>();
    int at = 0;
    boolean fieldAtTop = false;
    boolean skipped = false;
    boolean anySkipped = false;
    while (at < text.length()) {
      int next = text.indexOf('\n', at) + 1;
      String line = text.substring(at, next == 0 ? text.length() : next);
      boolean empty = line.equals("\n") || line.equals("\r\n") || line.equals("\r");
      boolean mbox = isMbox(line);
      boolean before = (empty && fields.isEmpty()) || (mbox && isWhereSentMailBegins(fields));
      boolean continues = line.startsWith(" ") || line.startsWith("\t");
      if (!before && !empty && ((skipped && continues) || !isTaken(line, fields))) {
        break;
      }
      skipped = before;
      anySkipped |= before;
      fieldAtTop |= at == 0 && !fields.isEmpty();
      at += line.length();
      if (empty && !before) {
        break;
      }
    }
    boolean bodyless = LINE_ENDS.matcher(text.substring(at)).matches();
    if (bodyless
        && !anySkipped
        && fieldAtTop
        && fields.size() == 1
        && isBroken(fields.getFirst())) {
      return new PlainHeader(List.of(), message);
    }
    return new PlainHeader(fields, Arrays.copyOfRange(message, at, message.length));
  }

  /** The obsolete {@code From :} is a field (RFC 5322, section 4.5.2). */
  private static boolean isMbox(String line) {
    return (line.startsWith("From ") || line.startsWith(">From "))
        && !FIELD.matcher(line).matches();
  }

  private static boolean isWhereSentMailBegins(List<String> fields) {
    List<String> names = fields.stream().map(PlainHeader::name).toList();
    return names.isEmpty()
        || (names.stream().anyMatch(PUT_BEFORE::contains)
            && names.stream().noneMatch(WRITTEN::contains));
  }

  /** Whether all the message is in that one field, with CR as the end of its lines, or NUL. */
  private static boolean isBroken(String field) {
    return field.indexOf('\0') >= 0 || BARE_CR.matcher(field).find();
  }

  /** Whether the line belongs to the header. */
  private static boolean isTaken(String line, List<String> fields) {
    String content = line.replaceFirst("\\r?\\n$", "");
    if (!fields.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"))) {
      fields.set(fields.size() - 1, fields.getLast() + "\r\n" + content);
      return true;
    }
    return FIELD.matcher(line).matches() && fields.add(content);
  }

  /**
   * The message without what leaves its header to interpretation: where that ends, whether a bare
   * CR ends a line (to us it does not), and what a field with NUL means (to us nothing).
   */
  byte[] message() {
    String header =
        fields.stream()
            .filter(field -> field.indexOf('\0') < 0)
            .map(field -> BARE_CR.matcher(field).replaceAll(" ") + "\r\n")
            .collect(Collectors.joining());
    return (header + "\r\n" + new String(body, ISO_8859_1)).getBytes(ISO_8859_1);
  }

  static String name(String field) {
    return field.substring(0, field.indexOf(':')).strip().toLowerCase(Locale.ROOT);
  }

  /** How often each field stands, by its name in lower case. */
  Map<String, Long> counts() {
    return fields.stream().collect(Collectors.groupingBy(PlainHeader::name, Collectors.counting()));
  }

  @Override
  public String toString() {
    return "PlainHeader[" + fields.size() + " fields]";
  }
}
