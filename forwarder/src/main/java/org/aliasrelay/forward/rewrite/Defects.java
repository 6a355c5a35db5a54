package org.aliasrelay.forward.rewrite;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What SES refuses in a body: NUL, a bare CR, a line of more than 998 octets (RFC 5322, 2.1.1).
 * Every octet of all mail is looked at, so it looks at eight of them at a time.
 */
final class Defects {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHEST_BITS = ONES << 7;
  private static final long LINE_FEEDS = ONES * '\n';
  private static final long CARRIAGE_RETURNS = ONES * '\r';

  private Defects() {}

  /** Whether there is one in {@code bytes[from, to)}. A bare LF counts as the end of a line. */
  static boolean in(byte[] bytes, int from, int to) {
    int line = from;
    while (true) {
      int mark = nextMark(bytes, line, to);
      if (mark - line > FieldWriter.LONGEST_LINE) {
        return true;
      }
      if (mark == to) {
        return false;
      }
      int lineFeed = bytes[mark] == '\r' ? mark + 1 : mark;
      if (lineFeed == to || bytes[lineFeed] != '\n') {
        return true;
      }
      line = lineFeed + 1;
    }
  }

  /** Where the first NUL, CR or LF is; {@code to} if there is none. */
  private static int nextMark(byte[] bytes, int from, int to) {
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long eight = (long) EIGHT.get(bytes, i);
      long marks = zeros(eight) | zeros(eight ^ LINE_FEEDS) | zeros(eight ^ CARRIAGE_RETURNS);
      if (marks != 0) {
        return i + Long.numberOfTrailingZeros(marks) / Byte.SIZE;
      }
    }
    while (i < to && bytes[i] != 0 && bytes[i] != '\n' && bytes[i] != '\r') {
      i++;
    }
    return i;
  }

  /** The highest bit of each octet that is zero; above the first such octet also of some others. */
  private static long zeros(long eight) {
    return (eight - ONES) & ~eight & HIGHEST_BITS;
  }
}
