package org.aliasrelay.forward.rewrite;

/**
 * Where the encoded words of a text end (RFC 2047, section 2). It is asked from left to right, and
 * looks at nothing twice, however many words a stranger begins.
 */
final class WordEnds {
  private static final String START = "=?";
  private static final String END = "?=";

  /** Longer than any program writes one that has blanks; the section allows 75 characters. */
  private static final int LONGEST_ODD = 2_000;

  private static final int LONGEST_CHARSET = 80;

  private final String text;

  /** Where the first end is behind the place that was asked about; the length if there is none. */
  private int closing;

  WordEnds(String text) {
    this.text = text;
  }

  /** Where the word that begins there ends; -1 if none begins there. */
  int behind(int start) {
    int encoding = text.indexOf('?', start + START.length()) + 1;
    if (encoding == 0
        || encoding - start > LONGEST_CHARSET
        || encoding + 1 >= text.length()
        || "BbQq".indexOf(text.charAt(encoding)) < 0
        || text.charAt(encoding + 1) != '?') {
      return -1;
    }
    int content = encoding + 2;
    if (closing < content) {
      int found = text.indexOf(END, content);
      closing = found < 0 ? text.length() : found;
    }
    return closing == text.length() || isTooOdd(content) ? -1 : closing + END.length();
  }

  private boolean isTooOdd(int content) {
    return closing - content > LONGEST_ODD
        && (text.indexOf(START, content, closing) >= 0 || text.indexOf(' ', content, closing) >= 0);
  }
}
