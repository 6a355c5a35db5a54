package org.aliasrelay.forward.rewrite;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One field of a header as it was received (RFC 5322, section 2.2): where it lies, with its
 * folding. Its lines end with CRLF.
 *
 * @param bytes that it lies in
 * @param from of its name, the first of it
 * @param colon behind its name
 * @param to behind its last line end
 * @param clean whether SES takes it as it is: printable ASCII in lines of at most 998
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares fields.
record HeaderField(FieldName name, byte[] bytes, int from, int colon, int to, boolean clean) {
  /** What a decoder puts in the place of bytes that are no UTF-8. */
  private static final char REPLACEMENT = '\uFFFD';

  private static final int LINE_END = 2;

  /** A field by itself. Some programs take a blank before the colon for the end of the header. */
  static HeaderField of(FieldName name, byte[] raw, int colon) {
    boolean clean = raw[colon - 1] > ' ' && isClean(raw);
    return new HeaderField(name, raw, 0, colon, raw.length, clean);
  }

  private static boolean isClean(byte[] raw) {
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

  /** The name in small letters. */
  String key() {
    return name.key();
  }

  /** Whether it has that name, which is one of the constants. */
  boolean is(FieldName mentioned) {
    return name == mentioned;
  }

  /** The name as it is written. */
  String writtenName() {
    return new String(bytes, from, colon - from, StandardCharsets.US_ASCII).stripTrailing();
  }

  /** The whole field. */
  void writeTo(ByteArrayOutputStream out) {
    out.write(bytes, from, to - from);
  }

  /** The value, unfolded and trimmed. */
  String value() {
    int start = colon + 1;
    int end = to - LINE_END;
    while (start < end && bytes[start] == ' ') {
      start++;
    }
    return unfolded(decode(start, end - start)).strip();
  }

  private static String unfolded(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "");
  }

  /** Bytes beyond ASCII are read as UTF-8 (RFC 6532), if that is what they are. */
  private String decode(int start, int length) {
    if (!clean && !name.isOfContent() && ForeignText.isIso2022(bytes, start, length)) {
      return ForeignText.ofIso2022(bytes, start, length);
    }
    String text = new String(bytes, start, length, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 || isOf(text, bytes, start, length)
        ? text
        : ForeignText.of(text, bytes, start, length, name.isOfContent());
  }

  /** Whether it is what stands there in UTF-8, and holds that character because it was written. */
  private static boolean isOf(String text, byte[] bytes, int from, int length) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return Arrays.equals(utf8, 0, utf8.length, bytes, from, from + length);
  }

  boolean hasNul() {
    for (int i = from; i < to; i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "HeaderField[" + (colon - from) + " characters]";
  }
}
