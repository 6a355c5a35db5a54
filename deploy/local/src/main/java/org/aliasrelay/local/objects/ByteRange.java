package org.aliasrelay.local.objects;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of an object that a client asks for (RFC 9110, section 14.1.2). SDKs read large objects in
 * such parts.
 *
 * @param first the first octet
 * @param last the last octet, which there is
 */
record ByteRange(long first, long last) {
  /** As many digits as the length of a file has at most. */
  private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * Nothing if all is asked for; so it is, as S3 has it, by what is malformed or several ranges.
   *
   * @throws S3Exception if there is nothing in the range
   */
  static Optional<ByteRange> of(@Nullable String header, long length) {
    Matcher range = ONE_RANGE.matcher(header == null ? "" : header);
    if (!range.matches()) {
      return Optional.empty();
    }
    boolean isOpen = range.group(2).isEmpty();
    if (range.group(1).isEmpty()) {
      return isOpen ? Optional.empty() : Optional.of(ofEnd(Long.parseLong(range.group(2)), length));
    }
    long first = Long.parseLong(range.group(1));
    long last = isOpen ? length - 1 : Math.min(Long.parseLong(range.group(2)), length - 1);
    if (!isOpen && Long.parseLong(range.group(2)) < first) {
      return Optional.empty();
    }
    return Optional.of(within(first, last, length));
  }

  private static ByteRange ofEnd(long count, long length) {
    return within(count == 0 ? length : Math.max(0, length - count), length - 1, length);
  }

  private static ByteRange within(long first, long last, long length) {
    if (first >= length) {
      throw new S3Exception(S3Error.INVALID_RANGE);
    }
    return new ByteRange(first, last);
  }

  long length() {
    return last - first + 1;
  }

  /** For {@code Content-Range}. */
  String of(long whole) {
    return "bytes " + first + "-" + last + "/" + whole;
  }
}
