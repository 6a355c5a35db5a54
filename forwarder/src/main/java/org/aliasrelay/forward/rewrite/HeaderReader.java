package org.aliasrelay.forward.rewrite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a header from a stream and leaves the stream at the body.
 *
 * <p>Lines may end with CRLF or a bare LF. The header ends at the first empty line. A line that is
 * neither a field nor the continuation of one ends it too, and belongs to the body: so do Postfix
 * and Sendmail, and so nothing a person wrote is lost. Two exceptions at the very top: an mbox
 * {@code From } line is skipped, and so are empty lines.
 */
public final class HeaderReader {
  /**
   * Longest header, in bytes; the largest seen in real mail is a quarter of that. As many as are
   * worked on at once must fit into memory, several times over.
   */
  static final int LONGEST_HEADER = 384 * 1024;

  /** Most fields; trace fields of a long journey are some hundred. */
  static final int MOST_FIELDS = 5_000;

  private final InputStream in;
  private final List<HeaderField> fields = new ArrayList<>();
  private final ByteArrayOutputStream field = new ByteArrayOutputStream(256);
  private byte[] line = new byte[256];
  private int read;

  private HeaderReader(InputStream in) {
    this.in = in;
  }

  /**
   * Reads up to and including the empty line.
   *
   * @param in buffered: it is read byte by byte
   * @throws HeaderTooLargeException beyond 384 KiB or 5,000 fields
   */
  public static Head read(InputStream in) throws IOException, HeaderTooLargeException {
    return new HeaderReader(in).read();
  }

  private Head read() throws IOException, HeaderTooLargeException {
    while (true) {
      byte[] line = nextLine();
      if (line == null || (isEmpty(line) && !atTop())) {
        return finish(new byte[0]);
      }
      if (isContinuation(line) && field.size() > 0) {
        append(line);
      } else if (isField(line)) {
        endField();
        append(line);
      } else if (!(atTop() && isSkippedAtTop(line))) {
        return finish(line);
      }
    }
  }

  private boolean atTop() {
    return fields.isEmpty() && field.size() == 0;
  }

  private Head finish(byte[] bodyStart) throws HeaderTooLargeException {
    endField();
    return new Head(fields, bodyStart, read);
  }

  private void endField() throws HeaderTooLargeException {
    if (field.size() > 0) {
      byte[] raw = field.toByteArray();
      fields.add(new HeaderField(nameOf(raw), raw));
      field.reset();
      if (fields.size() > MOST_FIELDS) {
        throw new HeaderTooLargeException();
      }
    }
  }

  private static String nameOf(byte[] raw) {
    int end = 0;
    while (raw[end] != ':') {
      end++;
    }
    return new String(raw, 0, end, StandardCharsets.US_ASCII).stripTrailing();
  }

  private void append(byte[] line) {
    int end = line.length;
    if (end > 0 && line[end - 1] == '\n') {
      end--;
    }
    if (end > 0 && line[end - 1] == '\r') {
      end--;
    }
    field.write(line, 0, end);
    field.write('\r');
    field.write('\n');
  }

  private byte @Nullable [] nextLine() throws IOException, HeaderTooLargeException {
    int length = 0;
    int b;
    while ((b = in.read()) >= 0) {
      if (++read > LONGEST_HEADER) {
        throw new HeaderTooLargeException();
      }
      if (length == line.length) {
        line = Arrays.copyOf(line, 2 * length);
      }
      line[length++] = (byte) b;
      if (b == '\n') {
        break;
      }
    }
    return length == 0 ? null : Arrays.copyOf(line, length);
  }

  private static boolean isEmpty(byte[] line) {
    return line[0] == '\n' || (line[0] == '\r' && (line.length == 1 || line[1] == '\n'));
  }

  private static boolean isContinuation(byte[] line) {
    return line[0] == ' ' || line[0] == '\t';
  }

  /** A name of printable ASCII, white space that was legal once (section 4.5), and a colon. */
  private static boolean isField(byte[] line) {
    int i = 0;
    while (i < line.length && line[i] > ' ' && line[i] < 0x7f && line[i] != ':') {
      i++;
    }
    int nameEnd = i;
    while (i < line.length && (line[i] == ' ' || line[i] == '\t')) {
      i++;
    }
    return nameEnd > 0 && i < line.length && line[i] == ':';
  }

  private static boolean isSkippedAtTop(byte[] line) {
    String start = new String(line, 0, Math.min(6, line.length), StandardCharsets.US_ASCII);
    return isEmpty(line) || start.startsWith("From ") || start.startsWith(">From ");
  }
}
