package org.aliasrelay.forward.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The header of a message.
 *
 * @param fields in their order
 * @param bodyStart bytes that were read while looking for the end of the header and belong to the
 *     body
 * @param consumed how many bytes were taken from the stream, {@code bodyStart} included
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares heads.
public record Head(List<HeaderField> fields, byte[] bodyStart, int consumed) {
  static final Head EMPTY = new Head(List.of(), new byte[0], 0);

  /** Copies the list. */
  public Head {
    fields = List.copyOf(fields);
  }

  Optional<HeaderField> first(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    for (HeaderField field : fields) {
      if (field.key().equals(key)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  List<HeaderField> all(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    List<HeaderField> all = new ArrayList<>();
    for (HeaderField field : fields) {
      if (field.key().equals(key)) {
        all.add(field);
      }
    }
    return all;
  }

  String value(String name) {
    return first(name).map(HeaderField::value).orElse("");
  }

  /** How many hops the message has made (RFC 5321, section 6.3). */
  public int hops() {
    return all("Received").size();
  }

  @Override
  public String toString() {
    return "Head[" + fields.size() + " fields]";
  }
}
