package org.aliasrelay.e2e.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 message, octet for octet.
 *
 * @param head start line and fields, with the empty line that ends them
 * @param body with its chunks as they came
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares messages.
record HttpMessage(String head, byte[] body) {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");
  private static final byte[] NOTHING = {};
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

  /** The next request, or nothing if the client has gone. */
  static Optional<HttpMessage> request(InputStream in, OutputStream out) throws IOException {
    String head = readHead(in);
    if (head.isEmpty()) {
      return Optional.empty();
    }
    var headOnly = new HttpMessage(head, NOTHING);
    if (headOnly.field("Expect").isPresent()) {
      out.write(CONTINUE);
    }
    return Optional.of(new HttpMessage(head, headOnly.readBody(in, NOTHING)));
  }

  /** The answer to a request with that method. */
  static HttpMessage answer(InputStream in, String method) throws IOException {
    HttpMessage head;
    do {
      head = new HttpMessage(readHead(in), NOTHING);
    } while (head.status() / 100 == 1);
    boolean empty = method.equals("HEAD") || head.status() == 204 || head.status() == 304;
    return empty ? head : new HttpMessage(head.head, head.readBody(in, null));
  }

  private static String readHead(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    int ends = 0;
    while (ends < 4) {
      int octet = in.read();
      if (octet < 0) {
        return "";
      }
      head.write(octet);
      boolean expected = octet == (ends % 2 == 0 ? '\r' : '\n');
      ends = expected ? ends + 1 : octet == '\r' ? 1 : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  /** A message that does not tell its length has that body, or reaches to the end of the stream. */
  private byte[] readBody(InputStream in, byte @Nullable [] untold) throws IOException {
    if (field("Transfer-Encoding").filter(value -> value.contains("chunked")).isPresent()) {
      return readChunks(in);
    }
    Optional<String> length = field("Content-Length");
    if (length.isEmpty()) {
      return untold == null ? in.readAllBytes() : untold;
    }
    return exactly(in, Integer.parseInt(length.get()));
  }

  private static byte[] readChunks(InputStream in) throws IOException {
    var body = new ByteArrayOutputStream();
    int size;
    do {
      String line = readLine(in, body);
      size = Integer.parseInt(line.replaceFirst(";.*", "").strip(), 16);
      body.write(exactly(in, size));
      if (size > 0) {
        readLine(in, body);
      }
    } while (size > 0);
    while (!readLine(in, body).isEmpty()) {
      // A trailer.
    }
    return body.toByteArray();
  }

  private static String readLine(InputStream in, ByteArrayOutputStream copy) throws IOException {
    var line = new ByteArrayOutputStream();
    int octet;
    do {
      octet = in.read();
      if (octet < 0) {
        throw new EOFException();
      }
      line.write(octet);
    } while (octet != '\n');
    copy.write(line.toByteArray());
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  void write(OutputStream out) throws IOException {
    var all = new ByteArrayOutputStream();
    all.write(head.getBytes(StandardCharsets.ISO_8859_1));
    all.write(body);
    out.write(all.toByteArray());
    out.flush();
  }

  String method() {
    return head.substring(0, head.indexOf(' '));
  }

  /** Without its query. */
  String path() {
    String target = head.substring(head.indexOf(' ') + 1);
    return target.substring(0, target.indexOf(' ')).replaceFirst("\\?.*", "");
  }

  private int status() throws IOException {
    Matcher line = STATUS.matcher(head);
    if (!line.lookingAt()) {
      throw new EOFException();
    }
    return Integer.parseInt(line.group(1));
  }

  Optional<String> field(String name) {
    Matcher line =
        Pattern.compile("(?im)^" + Pattern.quote(name) + ":[ \t]*(.*?)[ \t]*$").matcher(head);
    return line.find() ? Optional.of(line.group(1)) : Optional.empty();
  }

  String text() {
    return new String(body, StandardCharsets.ISO_8859_1);
  }
}
