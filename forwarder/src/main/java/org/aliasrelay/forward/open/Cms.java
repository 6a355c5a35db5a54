package org.aliasrelay.forward.open;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Content that S/MIME (RFC 8551) signs within itself, or compresses (RFC 3274). It is in segments
 * where a program did not know its length before.
 */
public final class Cms {
  /** 1.2.840.113549.1.7.2. */
  private static final byte[] SIGNED = HexFormat.of().parseHex("2a864886f70d010702");

  /** 1.2.840.113549.1.9.16.1.9. */
  private static final byte[] COMPRESSED = HexFormat.of().parseHex("2a864886f70d0109100109");

  private static final byte[] NONE = {};

  private Cms() {}

  /** What is in such an object. */
  public static Opened opened(byte[] octets, Inflation inflation) {
    if (octets.length == 0 || octets[0] != 0x30) {
      return new Opened.Nothing();
    }
    Ber object = Ber.read(octets);
    if (Arrays.equals(object.type(), SIGNED)) {
      return new Opened.Content(NONE, object.octetString());
    }
    if (!Arrays.equals(object.type(), COMPRESSED)) {
      return new Opened.Nothing();
    }
    Optional<byte[]> content = inflation.ofZlib(object.octetString());
    return content.isPresent() ? new Opened.Content(NONE, content.get()) : new Opened.Unknown();
  }
}
