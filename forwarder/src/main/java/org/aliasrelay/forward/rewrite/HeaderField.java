package org.aliasrelay.forward.rewrite;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One field of a header as it was received (RFC 5322, section 2.2).
 *
 * @param name as written, without the colon
 * @param key the name for comparing: it has no letter case (RFC 5322, section 1.2.2)
 * @param raw the whole field with its folding; lines end with CRLF
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares fields.
record HeaderField(String name, String key, byte[] raw) {
  /** What a decoder puts in the place of bytes that are no UTF-8. */
  private static final char REPLACEMENT = '\uFFFD';

  HeaderField(String name, byte[] raw) {
    this(name, name.toLowerCase(Locale.ROOT), raw);
  }

  /**
   * The value, unfolded and trimmed. Bytes beyond ASCII are read as UTF-8 (RFC 6532) or, where they
   * are none, as ISO 8859-1, which can hold anything.
   */
  String value() {
    String text = decode(raw);
    return text.substring(text.indexOf(':') + 1).replace("\r\n", "").strip();
  }

  private static String decode(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : decodeStrictly(bytes);
  }

  private static String decodeStrictly(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  /** Whether SES takes these bytes as they are: printable ASCII in lines of at most 998. */
  boolean isCleanAscii() {
    int line = 0;
    for (int i = 0; i < raw.length; i++) {
      byte b = raw[i];
      boolean lineEnd = b == '\r' && i + 1 < raw.length && raw[i + 1] == '\n';
      if (lineEnd) {
        line = 0;
        i++;
      } else if ((b != '\t' && (b < ' ' || b == 0x7f)) || ++line > FieldWriter.LONGEST_LINE) {
        return false;
      }
    }
    return true;
  }

  boolean hasNul() {
    for (byte b : raw) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "HeaderField[" + name.length() + " characters]";
  }
}
