package org.aliasrelay.forward.look;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines between parts (RFC 2046, section 5.1.1). */
final class Delimiters {
  private final byte[] delimiter;

  /** How much of the delimiter there is up to a blank, at which some program may stop. */
  private final int word;

  private final byte[] bytes;
  private final int from;
  private final int to;

  private Delimiters(String boundary, byte[] bytes, int from, int to) {
    this.delimiter = ("--" + boundary).getBytes(ISO_8859_1);
    int blank = boundary.indexOf(' ');
    this.word = blank < 0 ? delimiter.length : 2 + blank;
    this.bytes = bytes;
    this.from = from;
    this.to = to;
  }

  /**
   * The parts, header and all. None where the boundary, or its first word, stands in any place that
   * is not a line of its own, or behind the last, or where the last is missing: mail programs
   * differ there.
   */
  static List<Stretch> between(String boundary, byte[] bytes, int from, int to) {
    return new Delimiters(boundary, bytes, from, to).parts();
  }

  private List<Stretch> parts() {
    List<Stretch> parts = new ArrayList<>();
    int part = -1;
    boolean closed = false;
    for (int at = next(from); at < to; at = next(at + delimiter.length)) {
      int end = at + delimiter.length;
      boolean closing = end + 2 <= to && bytes[end] == '-' && bytes[end + 1] == '-';
      int line = endOfLine(closing ? end + 2 : end);
      if (closed || line < 0 || !isAtStartOfLine(at) || !holds(at, delimiter.length)) {
        return List.of();
      }
      if (part >= 0) {
        parts.add(new Stretch(part, at));
      }
      part = line;
      closed = closing;
    }
    return closed ? parts : List.of();
  }

  /** Where the delimiter begins next, whatever stands around it. */
  private int next(int start) {
    int i = start;
    while (i < to && !(bytes[i] == '-' && holds(i, word))) {
      i++;
    }
    return Math.min(i, to);
  }

  /** Whether so much of the delimiter is there. */
  private boolean holds(int at, int length) {
    return at + length <= to && Arrays.equals(bytes, at, at + length, delimiter, 0, length);
  }

  private boolean isAtStartOfLine(int at) {
    return at == from || bytes[at - 1] == '\n';
  }

  /** Where the next line begins; negative if this one does not end there. */
  private int endOfLine(int at) {
    int i = at;
    while (i < to && (bytes[i] == ' ' || bytes[i] == '\t')) {
      i++;
    }
    if (i < to && bytes[i] == '\r') {
      i++;
    }
    if (i < to && bytes[i] == '\n') {
      return i + 1;
    }
    return i == to ? to : -1;
  }
}
