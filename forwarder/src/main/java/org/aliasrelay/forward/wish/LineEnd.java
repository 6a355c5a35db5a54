package org.aliasrelay.forward.wish;

/** How the lines of a text end. */
final class LineEnd {
  private static final String CRLF = "\r\n";

  private LineEnd() {}

  /** As its first line does. */
  static String in(String text) {
    int end = text.indexOf('\n');
    return end < 0 || (end > 0 && text.charAt(end - 1) == '\r') ? CRLF : "\n";
  }
}
