package org.aliasrelay.forward.rewrite;

/**
 * Keeps encoded words (RFC 2047) from Mime4j. It decodes them while it parses addresses and
 * parameters, and takes hours where a stranger wants it to; and it takes letters inside them for
 * marks that end a name, which section 5 forbids to be there, and programs write all the same.
 */
final class HiddenWords {
  private static final String START = "=?";

  /** Nothing that Mime4j reads has a meaning for it. */
  private static final char MASK = '\u0001';

  /** As forbidden in an address, and no mask. */
  private static final char ANOTHER_CONTROL = '\u0002';

  /** Ends no word. */
  private static final String HIDDEN_START = "=" + MASK + "?";

  /** RFC 5322, section 3.2.3. */
  private static final String SPECIALS = "()<>[]:;@\\,.\"";

  private static final char FIRST = 'a';

  private HiddenWords() {}

  /** The text without words that Mime4j would see; marks inside of them are seen. */
  static String hidden(String text) {
    return text.replace(MASK, ANOTHER_CONTROL).replace(START, HIDDEN_START);
  }

  /**
   * The same without the marks inside of them. Other programs see those, and so may read somebody
   * else in it.
   */
  static String hiddenWhole(String text) {
    String unmasked = text.replace(MASK, ANOTHER_CONTROL);
    WordEnds ends = new WordEnds(unmasked);
    StringBuilder masked = new StringBuilder(unmasked.length() + 16);
    int done = 0;
    for (int start = unmasked.indexOf(START); start >= 0; start = unmasked.indexOf(START, start)) {
      int end = end(unmasked, start, ends.behind(start));
      masked.append(unmasked, done, start);
      for (int i = start; i < end; i++) {
        mask(unmasked.charAt(i), masked);
      }
      done = end;
      start = end;
    }
    return masked.append(unmasked, done, unmasked.length()).toString().replace(START, HIDDEN_START);
  }

  /** Of the word, or only of its start where there is a blank before its end: then it is none. */
  private static int end(String text, int start, int end) {
    return end < 0 || text.indexOf(' ', start, end) >= 0 ? start + START.length() : end;
  }

  private static void mask(char c, StringBuilder masked) {
    int special = SPECIALS.indexOf(c);
    if (special < 0) {
      masked.append(c);
    } else {
      masked.append(MASK).append((char) (FIRST + special));
    }
  }

  /** The text as it was before either. */
  static String shown(String hidden) {
    String text = hidden.replace(HIDDEN_START, START);
    if (text.indexOf(MASK) < 0) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int special = c == MASK && i + 1 < text.length() ? text.charAt(i + 1) - FIRST : -1;
      if (special >= 0 && special < SPECIALS.length()) {
        shown.append(SPECIALS.charAt(special));
        i++;
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }
}
