package org.aliasrelay.forward.rewrite;

/**
 * What SES refuses in a body: NUL, a bare CR, a line of more than 998 octets (RFC 5322, 2.1.1).
 *
 * <p>Every octet of all mail is looked at. The one loop that does so has no branch but its own end,
 * so that the compiler makes vector instructions of it: mail is then read faster than it is copied.
 * Of long lines most octets need no look.
 */
final class Defects {
  private static final long CARRIAGE_RETURNS = Octets.ONES * '\r';
  private static final long LINE_FEEDS = Octets.ONES * '\n';

  private Defects() {}

  /** Whether there is one in {@code bytes[from, to)}. A bare LF counts as the end of a line. */
  static boolean in(byte[] bytes, int from, int to) {
    return hasNulOrBareCr(bytes, from, to) || hasLongLine(bytes, from, to);
  }

  static boolean hasNulOrBareCr(byte[] bytes, int from, int to) {
    int i = from;
    long found = 0;
    for (; i < to - Long.BYTES; i += Long.BYTES) {
      long eight = Octets.eight(bytes, i);
      long next = Octets.eight(bytes, i + 1);
      found |=
          Octets.zeros(eight)
              | (Octets.zeros(eight ^ CARRIAGE_RETURNS) & ~Octets.zeros(next ^ LINE_FEEDS));
    }
    for (; i < to; i++) {
      if (bytes[i] == 0 || (bytes[i] == '\r' && (i + 1 == to || bytes[i + 1] != '\n'))) {
        return true;
      }
    }
    return found != 0;
  }

  /** From each line it looks for the last that begins no further on than a line may be long. */
  private static boolean hasLongLine(byte[] bytes, int from, int to) {
    int line = from;
    while (to - line > FieldWriter.LONGEST_LINE) {
      int furthest = line + FieldWriter.LONGEST_LINE;
      int end = Octets.lastIndexOf((byte) '\n', bytes, line, furthest + 1);
      if (end < 0 && isCrlf(bytes, furthest, to)) {
        end = furthest + 1;
      }
      if (end < 0) {
        return true;
      }
      line = end + 1;
    }
    return false;
  }

  static boolean isCrlf(byte[] bytes, int at, int to) {
    return at + 1 < to && bytes[at] == '\r' && bytes[at + 1] == '\n';
  }
}
