package org.aliasrelay.forward.rewrite;

import java.util.ArrayList;
import java.util.List;

/** Text in a header, seen as words that a line may be folded between. */
final class Words {
  private Words() {}

  /** Splits at spaces, but never inside a quoted string (RFC 5322, section 3.2.4). */
  static List<String> of(String value) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && quoted && i + 1 < value.length()) {
        word.append(c).append(value.charAt(++i));
      } else if (c == ' ' && !quoted) {
        addTo(words, word);
      } else {
        quoted ^= c == '"';
        word.append(c);
      }
    }
    addTo(words, word);
    return words;
  }

  private static void addTo(List<String> words, StringBuilder word) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  /**
   * What may stand in one line and cannot deceive: controls, line and paragraph separators become
   * spaces; characters that turn the direction of text, and other invisible ones, go.
   */
  static String withoutControls(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (Character.getType(c)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    clean.append(' ');
                case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> {}
                default -> clean.appendCodePoint(c);
              }
            });
    return clean.toString();
  }
}
