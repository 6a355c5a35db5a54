package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Octets of UTF-8 in hexadecimal (RFC 3986, section 2.1). */
final class PercentEncoding {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PercentEncoding() {}

  /** What is encoded; nothing if it is broken. A plus sign means itself here, not a space. */
  static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The text with all octets encoded that may not stand.
   *
   * @param stands is asked of each octet; those beyond ASCII are negative
   */
  static String encoded(String text, IntPredicate stands) {
    StringBuilder encoded = new StringBuilder(text.length());
    for (byte octet : text.getBytes(UTF_8)) {
      if (stands.test(octet)) {
        encoded.append((char) octet);
      } else {
        HEX.toHexDigits(encoded.append('%'), octet);
      }
    }
    return encoded.toString();
  }
}
