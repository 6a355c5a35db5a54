package org.aliasrelay.forward.rewrite;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The one place that writes header fields of ours. Whatever it is given, it writes exactly one
 * field: printable ASCII, lines that end with CRLF, folded at white space (RFC 5322, section
 * 2.2.3).
 */
final class FieldWriter {
  /** RFC 5322, section 2.1.1: a line must not be longer, without its CRLF. */
  static final int LONGEST_LINE = 998;

  private static final int LONGEST_WORD = 900;

  /** The same section: a line should not be longer. */
  private static final int GOOD_LINE = 78;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(2048);

  /** A field as it was received. */
  void keep(HeaderField field) {
    out.writeBytes(field.raw());
  }

  /**
   * A field whose value we made. Controls become spaces; beyond ASCII becomes encoded words (RFC
   * 2047). A word too long for a line is cut into several, or cut off where it is quoted.
   */
  void write(String name, String value) {
    if (name.length() + 2 + value.length() <= GOOD_LINE && isOneLine(value)) {
      out.writeBytes((name + ": " + value + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return;
    }
    List<String> words =
        Words.of(EncodedWords.encodeBeyondAscii(Words.withoutControls(value))).stream()
            .flatMap(word -> Words.atMost(word, LONGEST_WORD))
            .toList();
    StringBuilder field = new StringBuilder(name).append(':');
    int column = field.length();
    for (String word : words) {
      boolean first = field.length() == name.length() + 1;
      if (!first && column + 1 + word.length() > GOOD_LINE) {
        field.append("\r\n");
        column = 0;
      }
      field.append(' ').append(word);
      column += 1 + word.length();
    }
    out.writeBytes(field.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** Whether it stays as it is: words of printable ASCII, one space between them. */
  private static boolean isOneLine(String value) {
    char before = ' ';
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return before != ' ';
  }

  static boolean isTooLongToFold(String text) {
    return text.length() >= LONGEST_LINE
        && Words.of(text).stream().anyMatch(word -> word.length() >= LONGEST_LINE);
  }

  /** Everything written, and the empty line that ends a header. */
  byte[] end() {
    out.write('\r');
    out.write('\n');
    return out.toByteArray();
  }
}
