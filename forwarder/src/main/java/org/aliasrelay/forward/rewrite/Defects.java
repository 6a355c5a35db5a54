package org.aliasrelay.forward.rewrite;

/**
 * What SES refuses in a body: NUL, a bare CR, a line of more than 998 octets (RFC 5322, 2.1.1). And
 * what some servers behind it would take for the end of the mail, and all that follows for other
 * mail: a line of one dot beside a bare LF.
 *
 * <p>Every octet of all mail is looked at. The one loop that does so has no branch but its own end,
 * so that the compiler makes vector instructions of it: mail is then read faster than it is copied.
 * Of long lines most octets need no look.
 */
final class Defects {
  private static final long CARRIAGE_RETURNS = Octets.ONES * '\r';
  private static final long LINE_FEEDS = Octets.ONES * '\n';
  private static final long DOTS = Octets.ONES * '.';

  private Defects() {}

  /** Whether there is one in {@code bytes[from, to)}. A bare LF counts as the end of a line. */
  static boolean in(byte[] bytes, int from, int to) {
    return hasNulOrBareCr(bytes, from, to)
        || hasLongLine(bytes, from, to)
        || hasSmuggledEnd(bytes, from, to);
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

  /** Few lines begin with a dot, so each of those may be looked at. */
  private static boolean hasSmuggledEnd(byte[] bytes, int from, int to) {
    int i = from < to && bytes[from] == '.' ? from : nextDotLine(bytes, from, to);
    while (i < to) {
      int end = i + 1;
      if (end < to && bytes[end] == '\n') {
        return true;
      }
      boolean alone = end == to || isCrlf(bytes, end, to);
      if (alone && isBehindBareLf(bytes, from, i)) {
        return true;
      }
      i = nextDotLine(bytes, end, to);
    }
    return false;
  }

  private static boolean isBehindBareLf(byte[] bytes, int from, int line) {
    return line > from && (line - 2 < from || bytes[line - 2] != '\r');
  }

  /** Where the next line is that begins with a dot; {@code to} if there is none. */
  private static int nextDotLine(byte[] bytes, int from, int to) {
    int i = from;
    for (; i < to - Long.BYTES; i += Long.BYTES) {
      long found =
          Octets.zeros(Octets.eight(bytes, i) ^ LINE_FEEDS)
              & Octets.zeros(Octets.eight(bytes, i + 1) ^ DOTS);
      if (found != 0) {
        return i + Octets.first(found) + 1;
      }
    }
    while (i + 1 < to && (bytes[i] != '\n' || bytes[i + 1] != '.')) {
      i++;
    }
    return i + 1 < to ? i + 1 : to;
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
