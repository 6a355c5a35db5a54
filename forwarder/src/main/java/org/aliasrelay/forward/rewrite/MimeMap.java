package org.aliasrelay.forward.rewrite;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the leaves of a message lie, so that one of them can be replaced and every other byte stay.
 * Signed and encrypted entities, and messages inside the message, are not entered.
 */
final class MimeMap {
  /** Deeper than any honest message; what lies below is left alone. */
  private static final int DEEPEST = 50;

  private static final int MOST_PARTS = 500;

  private final byte[] body;
  private final List<Part> leaves = new ArrayList<>();

  private MimeMap(byte[] body) {
    this.body = body;
  }

  /**
   * The leaves in their order.
   *
   * @param head the header of the message or of an outer entity
   * @param body everything after it
   */
  static List<Part> leaves(Head head, byte[] body) {
    MimeMap map = new MimeMap(body);
    map.enter(head, -1, 0, body.length, 0);
    return map.leaves;
  }

  private void enter(Head head, int headerStart, int start, int end, int depth) {
    MediaType type = MediaType.of(head.value("Content-Type"));
    if (type.isSealed() || type.name().startsWith("message/") || leaves.size() >= MOST_PARTS) {
      return;
    }
    if (type.isMultipart() && depth < DEEPEST) {
      enterParts(type.parameter("boundary"), start, end, depth);
    } else if (!type.name().startsWith("multipart/")) {
      leaves.add(
          new Part(
              headerStart,
              start,
              end,
              type.name(),
              type.parameter("charset"),
              Part.lower(head.value("Content-Transfer-Encoding"))));
    }
  }

  private void enterParts(String boundary, int start, int end, int depth) {
    byte[] dashBoundary = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    int partStart = -1;
    int line = start;
    while (line < end) {
      int next = nextLine(line, end);
      if (startsWith(dashBoundary, line, next)) {
        if (partStart >= 0) {
          enterPart(partStart, withoutLineEnd(partStart, line), depth);
        }
        boolean last = isClosing(line + dashBoundary.length, next);
        partStart = last ? -1 : next;
        if (last) {
          return;
        }
      }
      line = next;
    }
    if (partStart >= 0) {
      enterPart(partStart, end, depth);
    }
  }

  private void enterPart(int start, int end, int depth) {
    if (start >= end) {
      return;
    }
    try {
      if (body[start] == '\r' || body[start] == '\n') {
        enter(Head.EMPTY, start, nextLine(start, end), end, depth + 1);
        return;
      }
      Head head = HeaderReader.read(new ByteArrayInputStream(body, start, end - start));
      int bodyStart = start + head.consumed() - head.bodyStart().length;
      enter(head, start, bodyStart, end, depth + 1);
    } catch (IOException | HeaderTooLargeException e) {
      // A part whose header cannot be read is nothing we could change: it stays as it is.
      return;
    }
  }

  private int nextLine(int from, int end) {
    int i = from;
    while (i < end && body[i] != '\n') {
      i++;
    }
    return Math.min(i + 1, end);
  }

  private boolean startsWith(byte[] prefix, int from, int end) {
    if (end - from < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (body[from + i] != prefix[i]) {
        return false;
      }
    }
    return isBoundaryTail(from + prefix.length, end);
  }

  /** After a boundary only dashes and white space may follow, or it is another, longer boundary. */
  private boolean isBoundaryTail(int from, int end) {
    for (int i = from; i < end; i++) {
      if (body[i] != '-'
          && body[i] != ' '
          && body[i] != '\t'
          && body[i] != '\r'
          && body[i] != '\n') {
        return false;
      }
    }
    return true;
  }

  private boolean isClosing(int from, int end) {
    return end - from >= 2 && body[from] == '-' && body[from + 1] == '-';
  }

  private int withoutLineEnd(int start, int end) {
    int i = end;
    if (i > start && body[i - 1] == '\n') {
      i--;
    }
    if (i > start && body[i - 1] == '\r') {
      i--;
    }
    return i;
  }
}
