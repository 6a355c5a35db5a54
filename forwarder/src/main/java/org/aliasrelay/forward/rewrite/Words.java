package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Text in a header, seen as words that a line may be folded between. */
final class Words {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private Words() {}

  /** Splits at spaces, but never inside a quoted string (RFC 5322, section 3.2.4). */
  static List<String> of(String value) {
    byte[] letters = value.getBytes(UTF_8);
    List<String> words = new ArrayList<>();
    int start = nextStart(letters, 0);
    while (start < letters.length) {
      int end = end(letters, start, letters.length);
      words.add(new String(letters, start, end - start, UTF_8));
      start = nextStart(letters, end);
    }
    return words;
  }

  /** Where the next word begins. */
  static int nextStart(byte[] letters, int from) {
    int i = from;
    while (i < letters.length && letters[i] == ' ') {
      i++;
    }
    return i;
  }

  /** Where the word that begins there ends, in text that ends at {@code to}. */
  static int end(byte[] letters, int start, int to) {
    int i = start;
    while (true) {
      i = Octets.indexOf((byte) ' ', (byte) '"', letters, i, to);
      if (i == to || letters[i] == ' ') {
        return i;
      }
      i = endOfQuoted(letters, i, to);
    }
  }

  /** Where the quoted string that begins there ends, in text that ends at {@code to}. */
  static int endOfQuoted(byte[] letters, int quote, int to) {
    int i = quote + 1;
    while (i < to && letters[i] != '"') {
      i += letters[i] == '\\' ? 2 : 1;
    }
    return Math.min(i + 1, to);
  }

  /**
   * The word in pieces of that length. A quoted string cannot be continued in the next line, so it
   * is cut off and closed; what follows it, such as a semicolon, stays.
   */
  static Stream<String> atMost(String word, int length) {
    if (word.length() <= length) {
      return Stream.of(word);
    }
    if (word.indexOf('"') >= 0) {
      return Stream.of(cutOff(word, length));
    }
    return IntStream.iterate(0, i -> i < word.length(), i -> i + length)
        .mapToObj(i -> word.substring(i, Math.min(word.length(), i + length)));
  }

  private static String cutOff(String word, int length) {
    boolean quoted = false;
    int end = 0;
    while (end < length) {
      char c = word.charAt(end);
      int step = c == '\\' && quoted ? 2 : 1;
      if (end + step > length) {
        break;
      }
      quoted ^= c == '"';
      end += step;
    }
    return word.substring(0, end) + (quoted ? "\"" : "") + (word.endsWith(";") ? ";" : "");
  }

  /**
   * What may stand in one line and cannot deceive: controls, line and paragraph separators become
   * spaces; characters that turn the direction of text, and other invisible ones, go.
   */
  static String withoutControls(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) >= ' ' && text.charAt(i) <= '~') {
      i++;
    }
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (!isHarmless(c)) {
        return cleaned(text);
      }
      i += Character.charCount(c);
    }
    return text;
  }

  /** Scripts and emoji are written with joiners, and tomorrow's letters are unassigned today. */
  private static boolean isHarmless(int c) {
    if (c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.FORMAT,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  /** The same, for whoever looks for something: without any letter that nobody sees. */
  static String onlyVisible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    withoutControls(text)
        .codePoints()
        .filter(c -> c != ZERO_WIDTH_NON_JOINER && c != ZERO_WIDTH_JOINER && isAssigned(c))
        .forEach(visible::appendCodePoint);
    return visible.toString();
  }

  private static boolean isAssigned(int c) {
    return switch (Character.getType(c)) {
      case Character.PRIVATE_USE, Character.UNASSIGNED -> false;
      default -> true;
    };
  }

  private static boolean isSeparator(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }

  private static String cleaned(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isSeparator(c)) {
                clean.append(' ');
              } else if (isHarmless(c)) {
                clean.appendCodePoint(c);
              }
            });
    return clean.toString();
  }
}
