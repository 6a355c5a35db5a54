package org.aliasrelay.forward.rewrite;

/**
 * Address lists as people and programs write them against RFC 5322, where there is but one way to
 * understand them: semicolons between mailboxes, brackets twice, {@code mailto:} in brackets, and a
 * quote in front that is never closed.
 */
final class OddLists {
  private static final String MAILTO = "mailto:";

  private final String text;
  private final StringBuilder usual;

  /** Whether a semicolon may end one (RFC 5322, section 3.4). */
  private final boolean groups;

  private boolean quoted;
  private boolean inWord;
  private int comments;
  private boolean inSquare;
  private boolean group;

  private OddLists(String text, boolean groups) {
    this.text = text;
    this.usual = new StringBuilder(text.length());
    this.groups = groups;
  }

  /** The list as it should have been written; what else is odd in it stays. */
  static String asUsual(String fieldValue) {
    boolean open = fieldValue.startsWith("\"") && fieldValue.indexOf('"', 1) < 0;
    String text = open ? fieldValue.substring(1) : fieldValue;
    OddLists list = new OddLists(text, false);
    list.read();
    if (list.group) {
      list = new OddLists(text, true);
      list.read();
    }
    return list.usual.toString();
  }

  private void read() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && (quoted || comments > 0) && i + 1 < text.length()) {
        usual.append(c).append(text.charAt(++i));
      } else if (c == '"' && comments == 0) {
        quoted = !quoted;
        usual.append(c);
      } else if (quoted || isOfComment(c) || isOfWord(c, i)) {
        usual.append(c);
      } else if (isMailto(c, i)) {
        inSquare = c == '[';
        usual.append('<');
        i += MAILTO.length();
      } else {
        bare(c, i);
      }
    }
  }

  private boolean isOfComment(char c) {
    boolean inside = comments > 0;
    if (c == '(') {
      comments++;
    } else if (c == ')' && inside) {
      comments--;
    }
    return inside || comments > 0;
  }

  /**
   * Encoded words (RFC 2047) hold semicolons, against section 5; a blank or a bracket ends them.
   */
  private boolean isOfWord(char c, int at) {
    inWord = text.startsWith("=?", at) || (inWord && " \t,<>".indexOf(c) < 0);
    return inWord;
  }

  private boolean isMailto(char c, int at) {
    return (c == '<' || c == '[') && text.regionMatches(true, at + 1, MAILTO, 0, MAILTO.length());
  }

  private void bare(char c, int at) {
    if (c == ';') {
      usual.append(groups && isEndOfGroup(at) ? ';' : ',');
    } else if (c == ']' && inSquare) {
      inSquare = false;
      usual.append('>');
    } else if ((c != '<' && c != '>') || !endsWith(c)) {
      group |= c == ':';
      usual.append(c);
    }
  }

  /** Where another mailbox stands behind it, it stands between two of the group. */
  private boolean isEndOfGroup(int at) {
    int next = at + 1;
    while (next < text.length() && " \t".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    return next == text.length() || text.charAt(next) == ',';
  }

  private boolean endsWith(char c) {
    return !usual.isEmpty() && usual.charAt(usual.length() - 1) == c;
  }
}
