package org.aliasrelay.forward.rewrite;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Puts a new header before the body of a stored message. */
public final class Splice {
  private Splice() {}

  /**
   * Reads the body straight into the new message: the one copy of it.
   *
   * @param head of the stored message
   * @param rest the stored message from behind that header on
   * @param size of the whole stored message
   * @throws IOException if there is less of it
   */
  public static byte[] withBody(byte[] header, Head head, InputStream rest, long size)
      throws IOException {
    int left = Math.toIntExact(size - head.consumed());
    int start = head.consumed() - head.bodyOffset();
    byte[] message = Arrays.copyOf(header, header.length + start + left);
    System.arraycopy(head.read(), head.bodyOffset(), message, header.length, start);
    if (rest.readNBytes(message, header.length + start, left) < left) {
      throw new IOException("the message ended early");
    }
    return message;
  }

  /** The same for a body that is in memory. */
  public static byte[] join(byte[] header, byte[] body) {
    byte[] message = Arrays.copyOf(header, header.length + body.length);
    System.arraycopy(body, 0, message, header.length, body.length);
    return message;
  }
}
