package org.aliasrelay.forward.rewrite;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight octets at a time, the first of them in the lowest bits. */
final class Octets {
  /** One in each octet; times it, a value stands in each. */
  static final long ONES = 0x0101_0101_0101_0101L;

  private static final byte LF = '\n';
  private static final long BLANKS = ONES * ' ';
  private static final long COLONS = ONES * ':';
  static final long HIGHEST_BITS = ONES << 7;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Octets() {}

  /** {@code bytes[at, at + 8)}. */
  static long eight(byte[] bytes, int at) {
    return (long) EIGHT.get(bytes, at);
  }

  /** Whether all of them are printable ASCII. */
  static boolean arePrintable(byte[] bytes) {
    int i = 0;
    long found = 0;
    for (; i <= bytes.length - Long.BYTES; i += Long.BYTES) {
      found |= unprintable(eight(bytes, i));
    }
    while (i < bytes.length && bytes[i] >= ' ' && bytes[i] < 0x7f) {
      i++;
    }
    return found == 0 && i == bytes.length;
  }

  /** Whether a blank follows another. */
  static boolean haveTwoBlanks(byte[] bytes) {
    int i = 0;
    long found = 0;
    for (; i < bytes.length - Long.BYTES; i += Long.BYTES) {
      found |= zeros(eight(bytes, i) ^ BLANKS) & zeros(eight(bytes, i + 1) ^ BLANKS);
    }
    while (i + 1 < bytes.length && (bytes[i] != ' ' || bytes[i + 1] != ' ')) {
      i++;
    }
    return found != 0 || i + 1 < bytes.length;
  }

  /**
   * Not zero where one of them is no printable ASCII: its highest bit was set, or is by taking away
   * a blank or by adding one. Borrow and carry go upwards only, so the lowest bit set is right.
   */
  static long unprintable(long eight) {
    return (eight | (eight - BLANKS) | (eight + ONES)) & HIGHEST_BITS;
  }

  /** The same where one of them cannot stand in the name of a field: a blank or a colon too. */
  static long foreignToNames(long eight) {
    return unprintable(eight) | zeros(eight ^ BLANKS) | zeros(eight ^ COLONS);
  }

  /** Where the first of these is; {@code to} if there is none. */
  static int indexOf(byte a, byte b, byte[] bytes, int from, int to) {
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long eight = eight(bytes, i);
      long found = zeros(eight ^ (ONES * a)) | zeros(eight ^ (ONES * b));
      if (found != 0) {
        return i + first(found);
      }
    }
    while (i < to && bytes[i] != a && bytes[i] != b) {
      i++;
    }
    return i;
  }

  /** Where the last of these is; -1 if there is none. */
  static int lastIndexOf(byte octet, byte[] bytes, int from, int to) {
    int i = to;
    for (; i >= from + Long.BYTES; i -= Long.BYTES) {
      long found = zeros(eight(bytes, i - Long.BYTES) ^ (ONES * octet));
      if (found != 0) {
        return i - 1 - Long.numberOfLeadingZeros(found) / Byte.SIZE;
      }
    }
    do {
      i--;
    } while (i >= from && bytes[i] != octet);
    return i >= from ? i : -1;
  }

  /** Where the next line begins, whether LF or CRLF ends this one; {@code to} if there is none. */
  static int nextLine(byte[] bytes, int from, int to) {
    return Math.min(indexOf(LF, LF, bytes, from, to) + 1, to);
  }

  /** Which octet the lowest bit set is in. */
  static int first(long bits) {
    return Long.numberOfTrailingZeros(bits) / Byte.SIZE;
  }

  /** The highest bit of each octet that is zero, and of no other. */
  static long zeros(long eight) {
    return (HIGHEST_BITS - (eight & ~HIGHEST_BITS)) & ~eight & HIGHEST_BITS;
  }
}
