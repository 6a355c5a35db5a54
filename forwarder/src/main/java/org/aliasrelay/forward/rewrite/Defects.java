package org.aliasrelay.forward.rewrite;

/** What SES refuses in a body: NUL, a bare CR, a line of more than 998 octets (RFC 5322, 2.1.1). */
final class Defects {
  private Defects() {}

  /** Whether there is one in {@code bytes[from, to)}. A bare LF counts as the end of a line. */
  static boolean in(byte[] bytes, int from, int to) {
    int line = 0;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == '\n') {
        line = 0;
      } else if (b == '\r') {
        if (i + 1 == to || bytes[i + 1] != '\n') {
          return true;
        }
      } else if (b == 0 || ++line > FieldWriter.LONGEST_LINE) {
        return true;
      }
    }
    return false;
  }
}
