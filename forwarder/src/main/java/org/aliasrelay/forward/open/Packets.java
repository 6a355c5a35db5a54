package org.aliasrelay.forward.open;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The packets of OpenPGP (RFC 9580, section 4), one after the other. A body that is in pieces
 * (section 4.2.1.4) is put together; where one is cut off, it is what is there.
 */
final class Packets {
  /** Partial lengths are from here to 254. */
  private static final int PARTIAL = 224;

  private final byte[] octets;
  private int at;
  private int tag;
  private byte[] body = {};

  Packets(byte[] octets) {
    this.octets = octets;
  }

  /** Goes to the next one; whether there is one. */
  boolean next() {
    if (at >= octets.length || (octets[at] & 0x80) == 0) {
      return false;
    }
    int head = octet();
    boolean legacy = (head & 0x40) == 0;
    tag = legacy ? (head >> 2) & 0xf : head & 0x3f;
    body = legacy ? taken(legacyLength(head & 3)) : joined();
    return true;
  }

  int tag() {
    return tag;
  }

  byte[] body() {
    return body;
  }

  private byte[] joined() {
    ByteArrayOutputStream pieces = new ByteArrayOutputStream();
    int first = octet();
    while (first >= PARTIAL && first < 255) {
      pieces.writeBytes(taken(1L << (first & 0x1f)));
      first = octet();
    }
    pieces.writeBytes(taken(length(first)));
    return pieces.toByteArray();
  }

  private long length(int first) {
    if (first < 192) {
      return first;
    }
    return first == 255 ? number(4) : ((first - 192L) << 8) + octet() + 192;
  }

  /** One of unknown length goes on to the end. */
  private long legacyLength(int type) {
    return type == 3 ? octets.length : number(1 << type);
  }

  private long number(int count) {
    long number = 0;
    for (int i = 0; i < count; i++) {
      number = (number << 8) | octet();
    }
    return number;
  }

  private int octet() {
    return at < octets.length ? octets[at++] & 0xff : 0;
  }

  private byte[] taken(long length) {
    int end = (int) Math.min(octets.length, at + length);
    byte[] taken = Arrays.copyOfRange(octets, at, end);
    at = end;
    return taken;
  }
}
