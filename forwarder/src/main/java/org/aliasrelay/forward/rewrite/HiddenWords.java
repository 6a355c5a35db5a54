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

  /** Ends no word. */
  private static final String HIDDEN_START = "=" + MASK + "?";

  /** RFC 5322, section 3.2.3. */
  private static final String SPECIALS = "()<>[]:;@\\,.\"";

  private static final char FIRST = 'a';

  private HiddenWords() {}

  /** The text without words that Mime4j would see. */
  static String hidden(String text) {
    return text.contains(START) ? masked(text).replace(START, HIDDEN_START) : text;
  }

  private static String masked(String text) {
    WordEnds ends = new WordEnds(text);
    StringBuilder masked = new StringBuilder(text.length() + 16);
    int done = 0;
    for (int start = text.indexOf(START); start >= 0; start = text.indexOf(START, start)) {
      int end = end(text, start, ends.behind(start));
      masked.append(text, done, start);
      for (int i = start; i < end; i++) {
        mask(text.charAt(i), masked);
      }
      done = end;
      start = end;
    }
    return masked.append(text, done, text.length()).toString();
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

  /** The text as it was before it was hidden. */
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
