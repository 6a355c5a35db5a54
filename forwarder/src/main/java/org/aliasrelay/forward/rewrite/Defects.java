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

  private static final int NUL_OR_BARE_CR = 1;

  /** Not yet a defect. */
  private static final int DOT_LINE = 2;

  private Defects() {}

  /** Whether there is one in {@code bytes[from, to)}. A bare LF counts as the end of a line. */
  static boolean in(byte[] bytes, int from, int to) {
    int seen = look(bytes, from, to);
    return (seen & NUL_OR_BARE_CR) != 0
        || hasLongLine(bytes, from, to)
        || ((seen & DOT_LINE) != 0 && hasSmuggledEnd(bytes, from, to));
  }

  static boolean hasNulOrBareCr(byte[] bytes, int from, int to) {
    return (look(bytes, from, to) & NUL_OR_BARE_CR) != 0;
  }

  /** Of the one and of the other, whether there is any. */
  private static int look(byte[] bytes, int from, int to) {
    int i = from;
    long found = 0;
    long dots = 0;
    for (; i < to - Long.BYTES; i += Long.BYTES) {
      long eight = Octets.eight(bytes, i);
      long next = Octets.eight(bytes, i + 1);
      found |=
          Octets.zeros(eight)
              | (Octets.zeros(eight ^ CARRIAGE_RETURNS) & ~Octets.zeros(next ^ LINE_FEEDS));
      dots |= Octets.zeros(eight ^ LINE_FEEDS) & Octets.zeros(next ^ DOTS);
    }
    boolean dot = dots != 0 || isDotLine(bytes, from, to);
    for (; i < to; i++) {
      if (bytes[i] == 0 || (bytes[i] == '\r' && (i + 1 == to || bytes[i + 1] != '\n'))) {
        return NUL_OR_BARE_CR;
      }
      dot |= isDotLine(bytes, i, to);
    }
    return (found != 0 ? NUL_OR_BARE_CR : 0) | (dot ? DOT_LINE : 0);
  }

  private static boolean isDotLine(byte[] bytes, int at, int to) {
    return at < to && bytes[at] == '.' && (at == 0 || bytes[at - 1] == '\n');
  }

  /** Few lines begin with a dot, so each of those may be looked at, with what is around it. */
  private static boolean hasSmuggledEnd(byte[] bytes, int from, int to) {
    int i = isDotLine(bytes, from, to) ? from : nextDotLine(bytes, from, to);
    while (i < to) {
      if (isSmuggledEnd(bytes, i)) {
        return true;
      }
      i = nextDotLine(bytes, i + 1, to);
    }
    return false;
  }

  /** Whether the line is that dot, and LF alone ends it or the one before. */
  static boolean isSmuggledEnd(byte[] bytes, int dot) {
    int end = dot + 1;
    if (end < bytes.length && bytes[end] == '\n') {
      return true;
    }
    boolean alone = end == bytes.length || isCrlf(bytes, end, bytes.length);
    return alone && dot > 0 && (dot == 1 || bytes[dot - 2] != '\r');
  }

  /** Where the next line is that begins with a dot; {@code to} if there is none. */
  private static int nextDotLine(byte[] bytes, int from, int to) {
    int line = Octets.nextLine(bytes, from, to);
    while (line < to && bytes[line] != '.') {
      line = Octets.nextLine(bytes, line, to);
    }
    return line;
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
