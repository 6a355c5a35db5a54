package org.aliasrelay.forward.rewrite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a header from a stream, and with it at most a few kilobytes of the body.
 *
 * <p>Lines may end with CRLF or a bare LF. The header ends at the first empty line. A line that is
 * neither a field nor the continuation of one ends it too, and belongs to the body: so do Postfix
 * and Sendmail, and so nothing a person wrote is lost. Two exceptions: an mbox {@code From } line
 * is skipped behind trace fields, too, for whoever takes a mail in puts some before all that was
 * sent; and so are empty lines at the very top.
 */
public final class HeaderReader {
  /**
   * Longest header, in bytes; the largest seen in real mail is a quarter of that. As many as are
   * worked on at once must fit into memory, several times over.
   */
  static final int LONGEST_HEADER = 384 * 1024;

  /** Most fields; trace fields of a long journey are some hundred. */
  static final int MOST_FIELDS = 5_000;

  /** What no server on the way adds. */
  private static final List<FieldName> WRITTEN_BY_SENDERS = List.of(FieldName.FROM, FieldName.TO);

  /** What a server on the way puts before all that it was given. */
  private static final List<FieldName> PUT_BEFORE =
      List.of(FieldName.RECEIVED, FieldName.RETURN_PATH);

  /** Nearly every header is smaller. */
  private static final int CHUNK = 4 * 1024;

  private static final int USUAL_FIELDS = 24;

  private final InputStream in;
  private final List<HeaderField> fields = new ArrayList<>(USUAL_FIELDS);
  private final FieldNames mentioned = new FieldNames();
  private byte[] bytes;

  /** How many bytes were read. */
  private int end;

  /** The line that is looked at: from here up to {@code next}. */
  private int line;

  private int next;

  /** Whether that line ends with CRLF, and else has nothing but printable ASCII and tabs. */
  private boolean clean;

  /** Where the name of that line's field ends, and its colon is; if it is a field. */
  private int nameEnd;

  private int colon;

  /** Where the lines of the field that is being read begin; negative while there is none. */
  private int field = -1;

  private FieldName fieldName = FieldName.FROM;
  private int fieldColon;
  private boolean fieldClean;

  private HeaderReader(InputStream in, int chunk) {
    this.in = in;
    this.bytes = new byte[chunk];
  }

  /**
   * Reads up to and including the empty line, and a little of the body, as the head tells.
   *
   * @throws HeaderTooLargeException beyond 384 KiB or 5,000 fields
   */
  public static Head read(InputStream in) throws IOException, HeaderTooLargeException {
    return new HeaderReader(in, CHUNK).read();
  }

  /**
   * The same for a message of that many bytes.
   *
   * @throws HeaderTooLargeException beyond 384 KiB or 5,000 fields
   */
  public static Head read(InputStream in, long size) throws IOException, HeaderTooLargeException {
    return new HeaderReader(in, Math.clamp(size, 1, CHUNK)).read();
  }

  private Head read() throws IOException, HeaderTooLargeException {
    while (nextLine()) {
      if (isEmpty() && !atTop()) {
        return isAllOneLine() && isRestEmpty() ? finishWithout() : finish(next);
      }
      if (isContinuation() && field >= 0) {
        fieldClean &= clean;
        continue;
      }
      endField();
      if (isField()) {
        startField();
      } else if (!isSkipped()) {
        return finish(line);
      }
    }
    return isAllOneLine() ? finishWithout() : finish(end);
  }

  /**
   * Whether CR alone ends the lines so far, as it once did on Macintoshes. Nobody else reads a
   * header in that, and what is no header is body, for else all of it would be lost in one field.
   */
  private boolean isAllOneLine() {
    return field == 0 && fields.isEmpty() && Defects.hasNulOrBareCr(bytes, 0, line);
  }

  /** Whether line ends are all that is left; who takes a mail in may add some. */
  private boolean isRestEmpty() throws IOException, HeaderTooLargeException {
    int i = next;
    do {
      while (i < end && (bytes[i] == '\r' || bytes[i] == '\n')) {
        i++;
      }
    } while (i == end && end <= LONGEST_HEADER && fill());
    return i == end;
  }

  /** All of it is body. */
  private Head finishWithout() throws HeaderTooLargeException {
    field = -1;
    return finish(0);
  }

  private boolean atTop() {
    return fields.isEmpty() && field < 0;
  }

  private boolean isSkipped() {
    return isEmpty() ? atTop() : isMboxLine() && isWhereSentMailBegins();
  }

  /**
   * Whether all before this line was put there on the way. In a part of a message nothing is, and
   * what is no field there is the first line of its text.
   */
  private boolean isWhereSentMailBegins() {
    return atTop() || (isAmong(PUT_BEFORE) && !isAmong(WRITTEN_BY_SENDERS));
  }

  private boolean isAmong(List<FieldName> names) {
    return names.stream().anyMatch(mentioned::contain);
  }

  private Head finish(int body) throws HeaderTooLargeException {
    endField();
    return new Head(fields, mentioned, bytes, body, end);
  }

  private void startField() {
    field = line;
    fieldName = FieldName.of(bytes, line, nameEnd);
    fieldColon = colon;
    fieldClean = clean && nameEnd == colon;
  }

  /** The field ends where this line begins. */
  private void endField() throws HeaderTooLargeException {
    if (field >= 0) {
      fields.add(fieldUpTo(line));
      if (fieldName.isMentioned()) {
        mentioned.add(fieldName);
      }
      field = -1;
      if (fields.size() > MOST_FIELDS) {
        throw new HeaderTooLargeException();
      }
    }
  }

  /** As a rule it is left where it lies. */
  private HeaderField fieldUpTo(int to) {
    return fieldClean
        ? new HeaderField(fieldName, bytes, field, fieldColon, to, true)
        : HeaderField.of(fieldName, withCrlf(bytes, field, to), fieldColon - field);
  }

  /** The lines as they are if each ends with CRLF. */
  private static byte[] withCrlf(byte[] bytes, int from, int to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(to - from + 16);
    int start = from;
    while (start < to) {
      int lineEnd = start;
      while (lineEnd < to && bytes[lineEnd] != '\n') {
        lineEnd++;
      }
      boolean cr = lineEnd > start && bytes[lineEnd - 1] == '\r';
      out.write(bytes, start, (cr ? lineEnd - 1 : lineEnd) - start);
      out.write('\r');
      out.write('\n');
      start = lineEnd + 1;
    }
    return out.toByteArray();
  }

  /** Whether there is another line; the last one may have no line end. */
  private boolean nextLine() throws IOException, HeaderTooLargeException {
    line = next;
    clean = true;
    int cr = -1;
    int i = line;
    do {
      for (i = nextUnprintable(i); i < end; i = nextUnprintable(i)) {
        byte b = bytes[i++];
        if (b == '\r') {
          clean &= cr < 0;
          cr = i - 1;
          if (i == end || bytes[i] != '\n') {
            continue;
          }
          b = bytes[i++];
        }
        if (b == '\n') {
          clean &= cr == i - 2 && cr - line <= FieldWriter.LONGEST_LINE;
          return endsAt(i);
        }
        clean &= b == '\t';
      }
    } while (fill());
    clean = false;
    return line < end && endsAt(end);
  }

  /** The end of the line, or what else is no printable ASCII, from there on. */
  private int nextUnprintable(int from) {
    int i = from;
    for (; i <= end - Long.BYTES; i += Long.BYTES) {
      long unprintable = Octets.unprintable(Octets.eight(bytes, i));
      if (unprintable != 0) {
        return i + Octets.first(unprintable);
      }
    }
    while (i < end && bytes[i] >= ' ' && bytes[i] < 0x7f) {
      i++;
    }
    return i;
  }

  private boolean endsAt(int lineEnd) throws HeaderTooLargeException {
    if (lineEnd > LONGEST_HEADER) {
      throw new HeaderTooLargeException();
    }
    next = lineEnd;
    return true;
  }

  private boolean fill() throws IOException, HeaderTooLargeException {
    if (end > LONGEST_HEADER) {
      throw new HeaderTooLargeException();
    }
    if (end == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * end);
    }
    int count = in.read(bytes, end, bytes.length - end);
    end += Math.max(0, count);
    return count > 0;
  }

  private boolean isEmpty() {
    return bytes[line] == '\n'
        || (bytes[line] == '\r' && (next == line + 1 || bytes[line + 1] == '\n'));
  }

  private boolean isContinuation() {
    return bytes[line] == ' ' || bytes[line] == '\t';
  }

  /** A name of printable ASCII, white space that was legal once (section 4.5), and a colon. */
  private boolean isField() {
    int i = endOfName();
    nameEnd = i;
    while (i < next && (bytes[i] == ' ' || bytes[i] == '\t')) {
      i++;
    }
    colon = i;
    return nameEnd > line && i < next && bytes[i] == ':';
  }

  private int endOfName() {
    int i = line;
    for (; i <= end - Long.BYTES; i += Long.BYTES) {
      long foreign = Octets.foreignToNames(Octets.eight(bytes, i));
      if (foreign != 0) {
        return i + Octets.first(foreign);
      }
    }
    while (i < next && bytes[i] > ' ' && bytes[i] < 0x7f && bytes[i] != ':') {
      i++;
    }
    return i;
  }

  private boolean isMboxLine() {
    String start = new String(bytes, line, Math.min(6, next - line), StandardCharsets.US_ASCII);
    return start.startsWith("From ") || start.startsWith(">From ");
  }
}
