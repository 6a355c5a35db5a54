package org.aliasrelay.e2e.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * One message of PostgreSQL's protocol 3.0, after the first of a connection.
 *
 * @param type the letter that begins it
 * @param body what follows its length
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares messages.
record PostgresMessage(char type, byte[] body) {
  private static final int LENGTH_ITSELF = 4;

  static PostgresMessage read(DataInputStream in) throws IOException {
    char type = (char) in.readUnsignedByte();
    byte[] body = new byte[in.readInt() - LENGTH_ITSELF];
    in.readFully(body);
    return new PostgresMessage(type, body);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeByte(type);
    out.writeInt(body.length + LENGTH_ITSELF);
    out.write(body);
  }

  /** The string that begins there; it ends with a zero octet. */
  String text(int start) {
    return new String(body, start, end(start) - start, StandardCharsets.UTF_8);
  }

  /** Where the string that begins there ends. */
  int end(int start) {
    int end = start;
    while (body[end] != 0) {
      end++;
    }
    return end;
  }

  /** With another string in place of the one that begins there. */
  PostgresMessage withText(int start, String text) {
    var changed = new ByteArrayOutputStream();
    changed.write(body, 0, start);
    changed.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    int end = end(start);
    changed.write(body, end, body.length - end);
    return new PostgresMessage(type, changed.toByteArray());
  }
}
