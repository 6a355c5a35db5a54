package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A message taken apart by a few lines of string work, to hold the careful reader against. Both
 * follow the same rules: lines end with LF, the header with the first empty line or with one that
 * is no field; an mbox line and empty lines at the very top are skipped.
 *
 * @param fields each with its folding, without the last line end
 * @param body everything after the header
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares messages.
record PlainHeader(List<String> fields, byte[] body) {
  private static final Pattern FIELD = Pattern.compile("[!-9;-~]+[ \\t]*:(?s:.*)");

  static PlainHeader of(byte[] message) {
    String rest = new String(message, ISO_8859_1);
    List<String> fields = new ArrayList<>();
    while (!rest.isEmpty()) {
      int next = rest.indexOf('\n') + 1;
      String line = next == 0 ? rest : rest.substring(0, next);
      boolean empty = line.equals("\n") || line.equals("\r\n") || line.equals("\r");
      if (fields.isEmpty() && (empty || line.startsWith("From ") || line.startsWith(">From "))) {
        rest = rest.substring(line.length());
        continue;
      }
      if (empty) {
        rest = rest.substring(line.length());
        break;
      }
      String content = line.replaceFirst("\\r?\\n$", "");
      if (!fields.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"))) {
        fields.set(fields.size() - 1, fields.getLast() + "\r\n" + content);
      } else if (FIELD.matcher(line).matches()) {
        fields.add(content);
      } else {
        break;
      }
      rest = rest.substring(line.length());
    }
    int start = message.length - rest.length();
    return new PlainHeader(fields, Arrays.copyOfRange(message, start, message.length));
  }

  /** The message without what leaves the end of its header to interpretation. */
  byte[] message() {
    String header = fields.stream().map(field -> field + "\r\n").collect(Collectors.joining());
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
