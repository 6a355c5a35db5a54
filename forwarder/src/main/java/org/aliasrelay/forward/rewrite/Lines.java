package org.aliasrelay.forward.rewrite;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Lines as SES takes them: without NUL and bare CR, and divided where they are too long. */
final class Lines {
  /** RFC 2045, section 6.8. */
  private static final int BASE64_LINE = 76;

  private static final byte[] LINE_END = {'\r', '\n'};

  /** So that what follows cannot look like a boundary. */
  private static final byte[] LINE_END_AND_BLANK = {'\r', '\n', ' '};

  private final byte[] body;
  private final ByteArrayOutputStream out;

  private Lines(byte[] body, int length) {
    this.body = body;
    this.out = new ByteArrayOutputStream(length + length / 32 + 64);
  }

  /** The same letters of base64, whether or not they can be decoded; the others are none. */
  static byte[] ofBase64(Part part, byte[] body) {
    Lines lines = new Lines(body, part.end() - part.start());
    int line = part.start();
    while (line < part.end()) {
      int next = Octets.nextLine(body, line, part.end());
      boolean isLong = next - line > FieldWriter.LONGEST_LINE;
      lines.divide(line, next, isLong ? BASE64_LINE : FieldWriter.LONGEST_LINE, LINE_END);
      line = next;
    }
    return lines.out.toByteArray();
  }

  /**
   * Whether a line of base64 would become one between parts, once what it must not hold is gone.
   */
  static boolean wouldDelimit(Part part, byte[] body) {
    if (!part.isBase64()) {
      return false;
    }
    List<String> boundaries = part.around().stream().map(Enclosure::boundary).toList();
    Aside content = new Aside(part.start(), part.end(), boundaries);
    int line = part.start();
    while (line < part.end()) {
      int next = Octets.nextLine(body, line, part.end());
      if (Defects.in(body, line, next) && content.mayDelimit(body, line, next)) {
        return true;
      }
      line = next;
    }
    return false;
  }

  /** Nobody sees those; one that somebody might take for a boundary stays as it is. */
  static byte[] ofAside(Aside aside, byte[] body) {
    Lines lines = new Lines(body, aside.end() - aside.start());
    int line = aside.start();
    while (line < aside.end()) {
      int next = Octets.nextLine(body, line, aside.end());
      if (Defects.in(body, line, next) && !aside.mayDelimit(body, line, next)) {
        if (body[line] == '.' && Defects.isSmuggledEnd(body, line)) {
          lines.out.write(' ');
        }
        lines.divide(line, next, FieldWriter.LONGEST_LINE, LINE_END_AND_BLANK);
      } else {
        lines.out.write(body, line, next - line);
      }
      line = next;
    }
    return lines.out.toByteArray();
  }

  private void divide(int line, int next, int longest, byte[] between) {
    int column = 0;
    for (int i = line; i < next; i++) {
      boolean lineEnd = body[i] == '\n' || Defects.isCrlf(body, i, next);
      if (!lineEnd && (body[i] == 0 || body[i] == '\r')) {
        continue;
      }
      if (column == longest && !lineEnd) {
        out.writeBytes(between);
        column = between.length - LINE_END.length;
      }
      out.write(body[i]);
      column++;
    }
  }
}
