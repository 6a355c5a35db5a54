package org.aliasrelay.forward.look;

import java.util.HexFormat;

/** Octets behind percent signs, as in URIs (RFC 3986) and in parameters (RFC 2231). */
final class Percent {
  private Percent() {}

  static String decoded(String text) {
    int sign = text.indexOf('%');
    if (sign < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    int done = 0;
    for (; sign >= 0; sign = text.indexOf('%', Math.max(done, sign + 1))) {
      if (isOctet(text, sign + 1)) {
        decoded
            .append(text, done, sign)
            .append((char) HexFormat.fromHexDigits(text, sign + 1, sign + 3));
        done = sign + 3;
      }
    }
    return decoded.append(text, done, text.length()).toString();
  }

  private static boolean isOctet(String text, int at) {
    return at + 2 <= text.length()
        && HexFormat.isHexDigit(text.charAt(at))
        && HexFormat.isHexDigit(text.charAt(at + 1));
  }
}
