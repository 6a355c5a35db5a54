package org.aliasrelay.local.message;

import java.nio.charset.StandardCharsets;

/** One field of a header block, with the bytes it came in. Prints its name only. */
public final class HeaderField {
  private final String name;
  private final byte[] raw;

  /**
   * @param name empty for a line that is no field
   * @param raw name, colon, value, folds and the line end
   */
  HeaderField(String name, byte[] raw) {
    this.name = name;
    this.raw = raw;
  }

  /** A field of our own; the value must be ASCII, and may be folded with CRLF and a space. */
  public static HeaderField of(String name, String value) {
    return new HeaderField(
        name, (name + ": " + value + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  public String name() {
    return name;
  }

  public boolean is(String wanted) {
    return name.equalsIgnoreCase(wanted);
  }

  /** What follows the colon, unfolded and without the white space around it. */
  public String value() {
    String text = new String(raw, StandardCharsets.UTF_8);
    return text.substring(text.indexOf(':') + 1)
        .replace("\r\n", "")
        .replace("\n", "")
        .replace("\r", "")
        .strip();
  }

  byte[] raw() {
    return raw;
  }

  public int length() {
    return raw.length;
  }

  /** Whether any octet is outside ASCII. */
  public boolean isEightBit() {
    for (byte octet : raw) {
      if (octet < 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "HeaderField[" + name + "]";
  }
}
