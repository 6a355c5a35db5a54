package org.aliasrelay.ingest.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A change to a text, out of a fuzzer's bytes: two say where, one how much goes, the rest is what
 * comes in its place.
 */
public final class Edit {
  private static final int HEAD = 3;

  private Edit() {}

  /** The text with the change; without one where the bytes are too few to say. */
  public static String of(String text, byte[] change) {
    if (change.length < HEAD) {
      return text;
    }
    int at = (((change[0] & 0xff) << 8) | (change[1] & 0xff)) % (text.length() + 1);
    int end = Math.min(text.length(), at + (change[2] & 0xff));
    String put = new String(change, HEAD, change.length - HEAD, UTF_8);
    return text.substring(0, at) + put + text.substring(end);
  }
}
