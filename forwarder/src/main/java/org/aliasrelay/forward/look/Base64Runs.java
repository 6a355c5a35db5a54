package org.aliasrelay.forward.look;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Base64 (RFC 2045, section 6.8), wherever it begins: what is no digit of it is passed over, as
 * lenient decoders do, and as nobody knows which digit was the first of four, each is tried.
 */
final class Base64Runs implements Reading {
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private static final byte NONE = -1;
  private static final byte[] VALUES = values();

  private final boolean restarting;
  private int bits;

  /** How many digits of four are there. */
  private int digits;

  private boolean emptyLine;

  private Base64Runs(int digits, boolean restarting) {
    this.digits = digits;
    this.restarting = restarting;
  }

  private static byte[] values() {
    byte[] values = new byte[256];
    Arrays.fill(values, NONE);
    for (byte value = 0; value < DIGITS.length(); value++) {
      values[DIGITS.charAt(value)] = value;
    }
    return values;
  }

  /** From each digit on, and one that begins anew where a text ends and where a header does. */
  static List<Base64Runs> all() {
    return Stream.concat(
            IntStream.range(0, 4).mapToObj(digits -> new Base64Runs(digits, false)),
            Stream.of(new Base64Runs(0, true)))
        .toList();
  }

  @Override
  public void read(byte[] message, int from, int to, Window window) {
    for (int i = from; i < to; i++) {
      byte value = VALUES[message[i] & 0xff];
      if (value != NONE) {
        add(value, window);
        emptyLine = false;
      } else if (restarting) {
        restart(message[i]);
      }
    }
  }

  private void add(byte value, Window window) {
    bits = (bits << 6) | value;
    switch (digits) {
      case 1 -> window.add((bits >> 4) & 0xff);
      case 2 -> window.add((bits >> 2) & 0xff);
      case 3 -> window.add(bits & 0xff);
      default -> {}
    }
    digits = (digits + 1) % 4;
  }

  private void restart(byte octet) {
    if (octet == '=' || (octet == '\n' && emptyLine)) {
      digits = 0;
    }
    emptyLine = octet == '\n' || (octet == '\r' && emptyLine);
  }
}
