package org.aliasrelay.forward.rewrite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The header of a message.
 *
 * @param fields in their order
 * @param read what was read while looking for the end of the header; only its first {@code
 *     consumed} bytes count
 * @param bodyOffset where in that the body begins
 * @param consumed how many bytes were taken from the stream
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares heads.
public record Head(List<HeaderField> fields, byte[] read, int bodyOffset, int consumed) {
  static final Head EMPTY = new Head(List.of(), new byte[0], 0, 0);

  /** Copies the list. */
  public Head {
    fields = List.copyOf(fields);
  }

  /** A copy of those bytes that were read and belong to the body. */
  public byte[] bodyStart() {
    return Arrays.copyOfRange(read, bodyOffset, consumed);
  }

  Optional<HeaderField> first(FieldName name) {
    for (HeaderField field : fields) {
      if (field.is(name)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  List<HeaderField> all(FieldName name) {
    List<HeaderField> all = new ArrayList<>();
    for (HeaderField field : fields) {
      if (field.is(name)) {
        all.add(field);
      }
    }
    return all;
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
