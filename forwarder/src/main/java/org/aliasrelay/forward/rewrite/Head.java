package org.aliasrelay.forward.rewrite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The header of a message, and what was read with it. */
public final class Head {
  static final Head EMPTY = new Head(List.of(), new FieldNames(), new byte[0], 0, 0);

  private final List<HeaderField> fields;
  private final FieldNames mentioned;
  private final byte[] read;
  private final int bodyOffset;
  private final int consumed;

  /**
   * It takes all of them over; nobody may change them any more.
   *
   * @param fields in their order
   * @param mentioned by the rules, of the names of those
   * @param read what was read while looking for the end of the header; only its first {@code
   *     consumed} bytes count
   * @param bodyOffset where in that the body begins
   * @param consumed how many bytes were taken from the stream
   */
  Head(List<HeaderField> fields, FieldNames mentioned, byte[] read, int bodyOffset, int consumed) {
    this.fields = fields;
    this.mentioned = mentioned;
    this.read = read;
    this.bodyOffset = bodyOffset;
    this.consumed = consumed;
  }

  List<HeaderField> fields() {
    return fields;
  }

  byte[] read() {
    return read;
  }

  /** Where in what was read the body begins. */
  public int bodyOffset() {
    return bodyOffset;
  }

  int consumed() {
    return consumed;
  }

  /** A copy of those bytes that were read and belong to the body. */
  public byte[] bodyStart() {
    return Arrays.copyOfRange(read, bodyOffset, consumed);
  }

  boolean has(FieldName name) {
    return mentioned.contain(name);
  }

  Optional<HeaderField> first(FieldName name) {
    if (mentioned.contain(name)) {
      for (HeaderField field : fields) {
        if (field.is(name)) {
          return Optional.of(field);
        }
      }
    }
    return Optional.empty();
  }

  List<HeaderField> all(FieldName name) {
    if (!mentioned.contain(name)) {
      return List.of();
    }
    List<HeaderField> all = new ArrayList<>();
    for (HeaderField field : fields) {
      if (field.is(name)) {
        all.add(field);
      }
    }
    return all;
  }

  /** Whether there is a field of URIs (RFC 2369). */
  boolean hasUris() {
    return mentioned.haveOneOfUris();
  }

  String value(FieldName name) {
    return first(name).map(HeaderField::value).orElse("");
  }

  /** How many hops the message has made (RFC 5321, section 6.3). */
  public int hops() {
    return all(FieldName.RECEIVED).size();
  }

  @Override
  public String toString() {
    return "Head[" + fields.size() + " fields]";
  }
}
