package org.aliasrelay.local.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A message as bytes (RFC 5322, section 2), cut into header fields and the rest. Nothing is
 * repaired: fields put together again give the bytes they came from.
 */
public final class RawMessage {
  private final byte[] bytes;
  private final List<HeaderField> fields;
  private final int headerEnd;

  private RawMessage(byte[] bytes, List<HeaderField> fields, int headerEnd) {
    this.bytes = bytes;
    this.fields = List.copyOf(fields);
    this.headerEnd = headerEnd;
  }

  /** The array is kept, not copied: mail is large. */
  public static RawMessage parse(byte[] bytes) {
    var fields = new ArrayList<HeaderField>();
    int at = 0;
    while (at < bytes.length && !isLineEnd(bytes, at)) {
      int end = fieldEnd(bytes, at);
      byte[] raw = Arrays.copyOfRange(bytes, at, end);
      fields.add(new HeaderField(nameOf(raw), raw));
      at = end;
    }
    return new RawMessage(bytes, fields, at);
  }

  public List<HeaderField> fields() {
    return fields;
  }

  public Stream<HeaderField> fields(String name) {
    return fields.stream().filter(field -> field.is(name));
  }

  public Optional<String> first(String name) {
    return fields(name).findFirst().map(HeaderField::value);
  }

  /** The whole message. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the empty line that ends the header block begins. */
  public int headerEnd() {
    return headerEnd;
  }

  /** The same body under other header fields. */
  public byte[] under(List<HeaderField> others) {
    int length = others.stream().mapToInt(HeaderField::length).sum() + bytes.length - headerEnd;
    var out = new ByteArrayOutputStream(length);
    others.forEach(field -> out.writeBytes(field.raw()));
    out.write(bytes, headerEnd, bytes.length - headerEnd);
    return out.toByteArray();
  }

  private static int fieldEnd(byte[] bytes, int start) {
    int at = lineAfter(bytes, start);
    while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at = lineAfter(bytes, at);
    }
    return at;
  }

  private static int lineAfter(byte[] bytes, int start) {
    int at = start;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, bytes.length);
  }

  private static boolean isLineEnd(byte[] bytes, int at) {
    return bytes[at] == '\n'
        || (bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n');
  }

  private static String nameOf(byte[] raw) {
    int colon = 0;
    while (colon < raw.length && raw[colon] != ':') {
      colon++;
    }
    if (colon == raw.length) {
      return "";
    }
    String name = new String(raw, 0, colon, StandardCharsets.ISO_8859_1).stripTrailing();
    boolean legal = !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 127);
    return legal ? name : "";
  }

  @Override
  public String toString() {
    return "RawMessage[" + bytes.length + " bytes]";
  }
}
