package org.aliasrelay.forward.open;

import java.io.ByteArrayOutputStream;
import java.io.Serial;
import java.util.Arrays;

/**
 * A value of ASN.1 in its basic encoding (X.690, section 8), read up to the end of the first octet
 * string in it. That may be in segments, and everything may be of a length that is not said.
 */
final class Ber {
  private static final int CONSTRUCTED = 0x20;
  private static final int OCTET_STRING = 0x04;
  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int UNSAID = -1;

  /** Of honest messages, what is sought is six deep, and its segments two more. */
  private static final int DEEPEST = 30;

  private final byte[] octets;
  private final ByteArrayOutputStream found = new ByteArrayOutputStream();
  private byte[] type = {};
  private int at;
  private boolean done;

  private Ber(byte[] octets) {
    this.octets = octets;
  }

  /** Where it is broken, this holds what stands before that. */
  static Ber read(byte[] octets) {
    Ber ber = new Ber(octets);
    try {
      ber.read(octets.length, 0, false);
    } catch (BrokenException e) {
      ber.done = true;
    }
    return ber;
  }

  private static final class BrokenException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    BrokenException() {
      super("not as ASN.1 is encoded", null, false, false);
    }
  }

  /** The first object identifier before it, as it is encoded; empty if there is none. */
  byte[] type() {
    return type;
  }

  /** The octet string; empty if there is none. */
  byte[] octetString() {
    return found.toByteArray();
  }

  private void read(int limit, int depth, boolean inSegments) throws BrokenException {
    int tag = octet(limit);
    int length = length(limit);
    if ((tag & CONSTRUCTED) != 0) {
      boolean segments = tag == (OCTET_STRING | CONSTRUCTED);
      readInside(length == UNSAID ? limit : at + length, length, depth, inSegments || segments);
      done |= segments && !inSegments;
    } else if (length == UNSAID) {
      throw new BrokenException();
    } else {
      take(tag, length);
      done |= tag == OCTET_STRING && !inSegments;
    }
  }

  private void readInside(int end, int length, int depth, boolean inSegments)
      throws BrokenException {
    if (depth > DEEPEST) {
      throw new BrokenException();
    }
    while (!done && (length == UNSAID ? !isEndOfContents(end) : at < end)) {
      read(end, depth + 1, inSegments);
    }
  }

  /** Two zeros, which are passed. */
  private boolean isEndOfContents(int limit) {
    boolean ended = at + 1 < limit && octets[at] == 0 && octets[at + 1] == 0;
    at += ended ? 2 : 0;
    return ended;
  }

  private void take(int tag, int length) {
    if (tag == OCTET_STRING) {
      found.write(octets, at, length);
    } else if (tag == OBJECT_IDENTIFIER && type.length == 0) {
      type = Arrays.copyOfRange(octets, at, at + length);
    }
    at += length;
  }

  private int length(int limit) throws BrokenException {
    int first = octet(limit);
    if (first == 0x80) {
      return UNSAID;
    }
    long length = first;
    if (first > 0x80) {
      length = 0;
      for (int i = first & 0x7f; i > 0; i--) {
        length = (length << 8) | octet(limit);
        if (length > limit - at) {
          throw new BrokenException();
        }
      }
    }
    if (length > limit - at) {
      throw new BrokenException();
    }
    return (int) length;
  }

  private int octet(int limit) throws BrokenException {
    if (at >= limit) {
      throw new BrokenException();
    }
    return octets[at++] & 0xff;
  }
}
