package org.aliasrelay.forward.rewrite;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight octets at a time, the first of them in the lowest bits. */
final class Octets {
  /** One in each octet; times it, a value stands in each. */
  static final long ONES = 0x0101_0101_0101_0101L;

  static final long HIGHEST_BITS = ONES << 7;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Octets() {}

  /** {@code bytes[at, at + 8)}. */
  static long eight(byte[] bytes, int at) {
    return (long) EIGHT.get(bytes, at);
  }

  /** The highest bit of each octet that is zero, and of no other. */
  static long zeros(long eight) {
    return (HIGHEST_BITS - (eight & ~HIGHEST_BITS)) & ~eight & HIGHEST_BITS;
  }
}
