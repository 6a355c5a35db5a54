package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What an encoded word holds, where it is written as RFC 2047, section 4, has it. What is written
 * otherwise is Mime4j's to read, which looks through patterns and streams for it.
 */
final class PlainWord {
  private PlainWord() {}

  /** The octets of a word in Q; nothing if it is no plain one. */
  static Optional<byte[]> ofQ(String text) {
    byte[] octets = new byte[text.length()];
    int size = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '=') {
        if (i + 2 >= text.length() || !isHex(text.charAt(i + 1)) || !isHex(text.charAt(i + 2))) {
          return Optional.empty();
        }
        octets[size++] = (byte) HexFormat.fromHexDigits(text, i + 1, i + 3);
        i += 2;
      } else if (c > ' ' && c < 0x7f) {
        octets[size++] = (byte) (c == '_' ? ' ' : c);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(Arrays.copyOf(octets, size));
  }

  /** The octets of a word in B; nothing if it is no plain one. */
  static Optional<byte[]> ofB(String text) {
    int letters = text.length();
    while (letters > 0 && text.length() - letters < 2 && text.charAt(letters - 1) == '=') {
      letters--;
    }
    for (int i = 0; i < letters; i++) {
      if (!isBase64(text.charAt(i))) {
        return Optional.empty();
      }
    }
    return text.length() % 4 == 0
        ? Optional.of(Base64.getDecoder().decode(text.getBytes(ISO_8859_1)))
        : Optional.empty();
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
  }

  private static boolean isBase64(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }
}
