package org.aliasrelay.local.mailbox;

/** Text made harmless in HTML, between tags and in quoted attributes. */
final class Html {
  private Html() {}

  static String escape(String text) {
    var out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(isDrawable(c) ? c : '\uFFFD');
      }
    }
    return out.toString();
  }

  /** Controls, and marks that turn the direction of text: a subject could rearrange the page. */
  private static boolean isDrawable(char c) {
    boolean turnsDirection = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    return !turnsDirection && (c == '\n' || c == '\r' || c == '\t' || !Character.isISOControl(c));
  }
}
