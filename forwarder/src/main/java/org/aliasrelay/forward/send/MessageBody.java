package org.aliasrelay.forward.send;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import software.amazon.awssdk.http.ContentStreamProvider;

/**
 * The body of a request that holds a message in Base64: text, the message, text. Can be read any
 * number of times, since signing reads it before sending does.
 */
final class MessageBody implements ContentStreamProvider {
  /** Whole groups of three octets, so that padding stands at the end only. */
  private static final int PIECE = 3 * 16 * 1024;

  private final byte[] before;
  private final byte[] message;
  private final byte[] after;

  MessageBody(String before, byte[] message, String after) {
    this.before = before.getBytes(StandardCharsets.UTF_8);
    this.message = message;
    this.after = after.getBytes(StandardCharsets.UTF_8);
  }

  /** In bytes, as sent. */
  long length() {
    return before.length + (message.length + 2L) / 3 * 4 + after.length;
  }

  @Override
  public InputStream newStream() {
    return new Pieces();
  }

  /** Encodes a piece when the one before it has been read. */
  private final class Pieces extends InputStream {
    private InputStream piece = new ByteArrayInputStream(before);
    private int encoded;
    private boolean last;

    @Override
    public int read() throws IOException {
      int octet = piece.read();
      while (octet < 0 && turn()) {
        octet = piece.read();
      }
      return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, target.length);
      if (length == 0) {
        return 0;
      }
      int read = piece.read(target, offset, length);
      while (read < 0 && turn()) {
        read = piece.read(target, offset, length);
      }
      return read;
    }

    /** Whether there is another piece. */
    private boolean turn() {
      if (last) {
        return false;
      }
      if (encoded == message.length) {
        last = true;
        piece = new ByteArrayInputStream(after);
        return true;
      }
      int length = Math.min(PIECE, message.length - encoded);
      ByteBuffer text = Base64.getEncoder().encode(ByteBuffer.wrap(message, encoded, length));
      encoded += length;
      piece = new ByteArrayInputStream(text.array(), 0, text.limit());
      return true;
    }
  }
}
