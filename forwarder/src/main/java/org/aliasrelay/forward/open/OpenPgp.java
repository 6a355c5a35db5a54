package org.aliasrelay.forward.open;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Messages of OpenPGP (RFC 9580, section 10.3) that nobody enciphered. Programs compress what they
 * sign, which looks like a cipher and is none, and cut it into pieces.
 */
public final class OpenPgp {
  private static final int KEY_FOR_A_KEY = 1;
  private static final int KEY_FOR_A_PASSWORD = 3;
  private static final int COMPRESSED = 8;
  private static final int ENCIPHERED = 9;
  private static final int LITERAL = 11;
  private static final int ENCIPHERED_AND_PROTECTED = 18;
  private static final int ENCIPHERED_WITH_AEAD = 20;

  private final Inflation inflation;
  private final ByteArrayOutputStream around = new ByteArrayOutputStream();
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private boolean unpacked;

  private OpenPgp(Inflation inflation) {
    this.inflation = inflation;
  }

  /** What is in these packets. A message is compressed once; in more, nobody looks. */
  public static Opened opened(byte[] packets, Inflation inflation) {
    OpenPgp message = new OpenPgp(inflation);
    if (!message.read(new Packets(packets))) {
      return new Opened.Unknown();
    }
    return message.around.size() + message.content.size() == 0
        ? new Opened.Nothing()
        : new Opened.Content(message.around.toByteArray(), message.content.toByteArray());
  }

  /** Whether all of it could be read that anybody can read. */
  private boolean read(Packets packets) {
    while (packets.next()) {
      switch (packets.tag()) {
        case KEY_FOR_A_KEY,
            KEY_FOR_A_PASSWORD,
            ENCIPHERED,
            ENCIPHERED_AND_PROTECTED,
            ENCIPHERED_WITH_AEAD -> {
          return true;
        }
        case COMPRESSED -> {
          if (!unpack(packets.body())) {
            return false;
          }
        }
        case LITERAL -> content.writeBytes(content(packets.body()));
        // Their octets stand in one piece, and are looked at as they are.
        default -> {}
      }
    }
    return true;
  }

  private boolean unpack(byte[] body) {
    if (unpacked || body.length == 0) {
      return false;
    }
    unpacked = true;
    byte[] packed = Arrays.copyOfRange(body, 1, body.length);
    Optional<byte[]> inner =
        switch (body[0]) {
          case 0 -> Optional.of(packed);
          case 1 -> inflation.ofDeflate(packed);
          case 2 -> inflation.ofZlib(packed);
          // The platform has no bzip2.
          case 3 -> Optional.empty();
          // There is no other, so this is something else, such as a bare signature.
          default -> Optional.of(new byte[0]);
        };
    inner.ifPresent(around::writeBytes);
    return inner.isPresent() && read(new Packets(inner.get()));
  }

  /** Behind the format, a file's name and a date (section 5.9). */
  private static byte[] content(byte[] literal) {
    int name = literal.length > 1 ? literal[1] & 0xff : 0;
    return Arrays.copyOfRange(literal, Math.min(literal.length, name + 6), literal.length);
  }
}
