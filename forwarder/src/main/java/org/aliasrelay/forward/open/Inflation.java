package org.aliasrelay.forward.open;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Undoes the compression of zlib, up to a bound for all of one message: a thousand bytes may come
 * out of each that goes in.
 */
public final class Inflation {
  /** What comes out is in memory several times, beside a reply that may be as large as any is. */
  private static final int MOST = 8 << 20;

  private long left = MOST;

  /** What is in RFC 1950's format; nothing if it is broken, or more than what is left. */
  Optional<byte[]> ofZlib(byte[] packed) {
    return inflated(packed, new Inflater());
  }

  /** The same for RFC 1951's, which has no header. */
  Optional<byte[]> ofDeflate(byte[] packed) {
    return inflated(packed, new Inflater(true));
  }

  private Optional<byte[]> inflated(byte[] packed, Inflater inflater) {
    try {
      inflater.setInput(packed);
      ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length);
      byte[] some = new byte[8192];
      while (!inflater.finished()) {
        int count = inflater.inflate(some);
        left -= count;
        if (left < 0 || (count == 0 && !inflater.finished())) {
          return Optional.empty();
        }
        out.writeBytes(count == some.length ? some : Arrays.copyOf(some, count));
      }
      return Optional.of(out.toByteArray());
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }
}
