package org.aliasrelay.forward.rewrite;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Octets of a header that are no UTF-8, and that no encoded word gives a charset. */
final class ForeignText {
  private static final char REPLACEMENT = '\uFFFD';

  /** So many letters are read for one that is not, where a program cut a text by octets. */
  private static final int FEW = 4;

  private static final Charset WESTERN = Charsets.asMeant(StandardCharsets.ISO_8859_1);

  private static final Charset JAPANESE = Charsets.asMeant(Charset.forName("ISO-2022-JP"));
  private static final byte ESCAPE = 0x1b;

  private ForeignText() {}

  /** Whether it switches to double octets, all of them ASCII, as RFC 1468 has it. */
  static boolean isIso2022(byte[] bytes, int from, int length) {
    boolean switches = false;
    for (int i = from; i < from + length; i++) {
      if (bytes[i] < 0) {
        return false;
      }
      switches |= bytes[i] == ESCAPE && i + 2 < from + length && bytes[i + 1] == '$';
    }
    return switches;
  }

  static String ofIso2022(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, JAPANESE);
  }

  /**
   * The text: UTF-8 with a letter cut in two, and else the charset that most senders of such mail
   * have.
   *
   * @param text in UTF-8, with replacements
   * @param exact whether each octet must remain what it is, as in a boundary
   */
  static String of(String text, byte[] bytes, int from, int length, boolean exact) {
    if (exact) {
      return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }
    long lost = text.chars().filter(c -> c == REPLACEMENT).count();
    long read = text.chars().filter(c -> c > 0x7f).count() - lost;
    return read >= FEW * lost ? text : new String(bytes, from, length, WESTERN);
  }
}
