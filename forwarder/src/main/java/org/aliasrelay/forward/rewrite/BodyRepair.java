package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Encodes in Base64 those parts that SES would refuse, each alone: their content stays the same,
 * and so does every byte of every other part. Before the first part and behind the last, where
 * nobody looks, lines are divided. Signed and encrypted entities and messages inside the message
 * must not be changed, nor can all else be Base64: such a part becomes an attachment, and where the
 * defect is outside of all parts or the message is such a one itself, the whole body does.
 *
 * @param body the body as it can be sent
 * @param content what the message's own header says of it from now on
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares bodies.
public record BodyRepair(byte[] body, NewContent content) {
  /** RFC 2046, section 5.1.1, lets it have 70. */
  private static final int LONGEST_BOUNDARY = 500;

  /** Other bytes in place of {@code body[start, end)}. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  private record Change(int start, int end, byte[] bytes) {}

  /** Whether SES would refuse {@code message[from, end)}. */
  public static boolean isNeeded(byte[] message, int from) {
    return Defects.in(message, from, message.length);
  }

  /**
   * The same, or nobody would find the parts: a boundary must be ASCII (RFC 2046, section 5.1.1),
   * and encoded in the header it would be another than in the body.
   */
  public static boolean isNeeded(Head head, byte[] message, int from) {
    return isNeeded(message, from) || hasForeignBoundary(head, message);
  }

  static boolean hasForeignBoundary(Head head, byte[] message) {
    return head.first(FieldName.CONTENT_TYPE)
        .filter(type -> !type.clean())
        .map(type -> MediaType.of(type.value()).boundary())
        .filter(boundary -> !EncodedWords.isAscii(boundary))
        .filter(boundary -> isIn(message, boundary))
        .isPresent();
  }

  /** The header may be read in either charset. One that is too long to look for may be anywhere. */
  private static boolean isIn(byte[] message, String boundary) {
    return boundary.length() > LONGEST_BOUNDARY
        || isLineOf(message, ("--" + boundary).getBytes(UTF_8))
        || isLineOf(message, ("--" + boundary).getBytes(ISO_8859_1));
  }

  private static boolean isLineOf(byte[] message, byte[] start) {
    int line = 0;
    while (message.length - line >= start.length) {
      if (Arrays.equals(message, line, line + start.length, start, 0, start.length)) {
        return true;
      }
      line = Octets.nextLine(message, line, message.length);
    }
    return false;
  }

  /** Mends what must be mended; nothing, as a rule. */
  public static BodyRepair of(Head head, byte[] body) {
    if (!isNeeded(head, body, 0)) {
      return new BodyRepair(body, NewContent.NONE);
    }
    BodyRepair repaired = partByPart(head, body);
    return isNeeded(head, repaired.body, 0)
        ? new BodyRepair(AsAttachment.of(head, body), AsAttachment.CONTENT)
        : repaired;
  }

  /** All that a repaired body may hold, encoded or attached, before it was repaired. */
  public static byte[] asItCame(Head head, byte[] body) {
    return AsAttachment.asItCame(head, body);
  }

  private static BodyRepair partByPart(Head head, byte[] body) {
    MimeMap map = MimeMap.of(head, body, MimeMap.Reach.ALL);
    List<Change> changes = new ArrayList<>();
    NewContent content = NewContent.NONE;
    for (Part part : map.leaves()) {
      if (!part.isWholeMessage()) {
        changeOf(part, body).ifPresent(changes::add);
      } else if (part.mayBecomeBase64()) {
        content = NewContent.encoded("base64");
        changes.add(new Change(part.start(), part.end(), inBase64(part, body)));
      }
    }
    for (Aside aside : map.asides()) {
      if (Defects.in(body, aside.start(), aside.end())) {
        changes.add(new Change(aside.start(), aside.end(), Lines.ofAside(aside, body)));
      }
    }
    changes.sort(Comparator.comparingInt(Change::start));
    return new BodyRepair(changed(body, changes), content);
  }

  private static Optional<Change> changeOf(Part part, byte[] body) {
    boolean header = Defects.in(body, part.first(), part.start());
    boolean content = Defects.in(body, part.start(), part.end());
    if (!header && !content) {
      return Optional.empty();
    }
    if (!part.mayBecomeBase64()
        || !PartHeader.isWritable(part, body)
        || Lines.wouldDelimit(part, body)
        || (header && !PartHeader.canBeFolded(part))) {
      return Optional.of(new Change(part.first(), part.end(), AsAttachment.of(part, body)));
    }
    if (!content) {
      return Optional.of(new Change(part.first(), part.start(), PartHeader.folded(part)));
    }
    byte[] encoded = Splice.join(PartHeader.forBase64(part), inBase64(part, body));
    return Optional.of(new Change(part.first(), part.end(), encoded));
  }

  private static byte[] changed(byte[] body, List<Change> changes) {
    int length = body.length;
    for (Change change : changes) {
      length += change.bytes.length - (change.end - change.start);
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    int copied = 0;
    for (Change change : changes) {
      all.put(body, copied, change.start - copied).put(change.bytes);
      copied = change.end;
    }
    return all.put(body, copied, body.length - copied).array();
  }

  private static byte[] inBase64(Part part, byte[] body) {
    return part.isBase64()
        ? Lines.ofBase64(part, body)
        : Base64.getMimeEncoder().encode(TransferEncoding.decoded(part, body));
  }

  @Override
  public String toString() {
    return "BodyRepair[" + body.length + " bytes]";
  }
}
