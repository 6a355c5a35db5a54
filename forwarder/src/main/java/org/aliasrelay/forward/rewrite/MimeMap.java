package org.aliasrelay.forward.rewrite;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the leaves of a message lie, so that one of them can be replaced and every other byte stay.
 */
public final class MimeMap {
  /** How far into the message a map goes. */
  enum Reach {
    /** What may be changed: not signed and encrypted entities, nor messages inside the message. */
    CHANGEABLE,
    /** Those too, each as one. */
    ALL,
    /** Signed and encrypted entities are entered like others; messages are not. */
    OPENED
  }

  /** Deeper than any honest message; what lies below is left alone. */
  private static final int DEEPEST = 50;

  private static final int MOST_PARTS = 500;

  /** What stands beside parts; each multipart has two such places. */
  private static final int MOST_ASIDES = 2 * MOST_PARTS;

  /** Of all parts together: each is an object in memory, and may be two letters in the message. */
  private static final int MOST_FIELDS = 20_000;

  private final byte[] body;
  private final Reach reach;
  private final List<Part> leaves = new ArrayList<>();
  private final List<Aside> asides = new ArrayList<>();
  private final Deque<Enclosure> around = new ArrayDeque<>();
  private int fields;
  private boolean cut;

  private MimeMap(byte[] body, Reach reach) {
    this.body = body;
    this.reach = reach;
  }

  /**
   * The map of what may be changed.
   *
   * @param head the header of the message or of an outer entity
   * @param body everything after it
   */
  public static MimeMap of(Head head, byte[] body) {
    return of(head, body, Reach.CHANGEABLE);
  }

  /** A map of the same that goes so far. */
  static MimeMap of(Head head, byte[] body, Reach reach) {
    MimeMap map = new MimeMap(body, reach);
    map.enter(head, -1, 0, body.length);
    return map;
  }

  /** The leaves in their order. */
  public List<Part> leaves() {
    return List.copyOf(leaves);
  }

  /** What stands before and behind the parts of those multiparts that the map goes into. */
  List<Aside> asides() {
    return List.copyOf(asides);
  }

  /**
   * Whether there are more leaves, or deeper ones, or more around them, than anybody should look
   * at.
   */
  public boolean isCut() {
    return cut;
  }

  private void enter(Head head, int headerStart, int start, int end) {
    MediaType type = MediaType.of(head.value(FieldName.CONTENT_TYPE));
    if (reach == Reach.CHANGEABLE && (type.isSealed() || type.isMessage())) {
      return;
    }
    boolean leaf = isLeaf(type);
    if (!leaf && type.isMultipart() && around.size() >= DEEPEST) {
      cut = true;
    } else if (leaf || !type.isMultipart() || !enterParts(type, start, end)) {
      // Where no boundary is found, there are no parts: mail programs show it all as text.
      String name = leaf ? type.name() : "text/plain";
      leaves.add(
          new Part(
              headerStart,
              start,
              end,
              name,
              type.parameter("charset"),
              Part.firstWord(head.value(FieldName.CONTENT_TRANSFER_ENCODING)),
              head,
              List.copyOf(around)));
    }
  }

  private boolean isLeaf(MediaType type) {
    return !type.name().startsWith("multipart/") || (reach == Reach.ALL && type.isSealed());
  }

  /** Whether there are any. */
  private boolean enterParts(MediaType type, int start, int end) {
    String boundary = type.boundary();
    byte[] dashBoundary = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    boolean found = false;
    int partStart = -1;
    int index = 0;
    int line = start;
    while (line < end) {
      int next = nextLine(line, end);
      if (startsWith(dashBoundary, line, next)) {
        if (!found && isBehindEmptyLine(start)) {
          addAside(start, line, boundary);
        }
        found = true;
        if (partStart >= 0) {
          Enclosure enclosure = new Enclosure(type.name(), boundary, index++);
          enterPart(enclosure, partStart, withoutLineEnd(partStart, line));
        }
        boolean last = isClosing(line + dashBoundary.length, next);
        partStart = last ? -1 : next;
        if (last) {
          addAside(next, end, boundary);
          return true;
        }
      }
      line = next;
    }
    if (partStart >= 0) {
      enterPart(new Enclosure(type.name(), boundary, index), partStart, end);
    }
    return found;
  }

  /** Or a line that is changed there might become one of the header. */
  private boolean isBehindEmptyLine(int start) {
    int line = withoutLineEnd(0, start);
    return start == 0 || (line > 0 && line < start && body[line - 1] == '\n');
  }

  private void addAside(int start, int end, String boundary) {
    if (asides.size() >= MOST_ASIDES) {
      cut = true;
    } else if (start < end) {
      Stream<String> outer = around.stream().map(Enclosure::boundary);
      asides.add(new Aside(start, end, Stream.concat(outer, Stream.of(boundary)).toList()));
    }
  }

  private void enterPart(Enclosure enclosure, int start, int end) {
    if (start >= end) {
      return;
    }
    if (leaves.size() >= MOST_PARTS || fields > MOST_FIELDS) {
      cut = true;
      return;
    }
    around.addLast(enclosure);
    try {
      if (isEmptyLine(start, end)) {
        enter(Head.EMPTY, start, nextLine(start, end), end);
        return;
      }
      Head head =
          HeaderReader.read(new ByteArrayInputStream(body, start, end - start), end - start);
      fields += head.fields().size();
      int bodyStart = start + head.bodyOffset();
      enter(head, start, bodyStart, end);
    } catch (IOException | HeaderTooLargeException e) {
      // A part whose header cannot be read is nothing we could change: it stays as it is.
      cut = true;
    } finally {
      around.removeLast();
    }
  }

  private boolean isEmptyLine(int at, int end) {
    return body[at] == '\n' || Defects.isCrlf(body, at, end);
  }

  private int nextLine(int from, int end) {
    return Octets.nextLine(body, from, end);
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
