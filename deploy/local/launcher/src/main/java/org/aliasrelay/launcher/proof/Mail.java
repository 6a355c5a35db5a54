package org.aliasrelay.launcher.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A message as bytes, with just enough reading to show its fields to a person. */
public final class Mail {
  private final byte[] bytes;
  private final int bodyStart;

  /** A message with CRLF line ends, as SMTP carries it. */
  public Mail(byte[] bytes) {
    this.bytes = bytes.clone();
    this.bodyStart = bodyStart(bytes);
  }

  /** A message from a file: line ends become CRLF, and the last line gets one too. */
  public static Mail fromFile(byte[] file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + file.length / 40 + 2);
    int previous = -1;
    for (byte b : file) {
      if (b == '\n' && previous != '\r') {
        out.write('\r');
      }
      out.write(b);
      previous = b;
    }
    if (previous != '\n') {
      out.writeBytes(new byte[] {'\r', '\n'});
    }
    return new Mail(out.toByteArray());
  }

  private static int bodyStart(byte[] bytes) {
    for (int i = 0; i + 3 < bytes.length; i++) {
      if (bytes[i] == '\r'
          && bytes[i + 1] == '\n'
          && bytes[i + 2] == '\r'
          && bytes[i + 3] == '\n') {
        return i + 4;
      }
    }
    return bytes.length;
  }

  /** All of it. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** What follows the empty line. */
  public byte[] body() {
    return Arrays.copyOfRange(bytes, bodyStart, bytes.length);
  }

  /** Whether both have the same body, byte for byte. */
  public boolean hasBodyOf(Mail other) {
    return Arrays.equals(body(), other.body());
  }

  /** The first field of that name, on one line. */
  public Optional<String> field(String name) {
    String head = new String(bytes, 0, bodyStart, StandardCharsets.UTF_8);
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    return head.replaceAll("\r\n([ \t])", "$1")
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(line -> line.substring(prefix.length()).strip())
        .findFirst();
  }
}
