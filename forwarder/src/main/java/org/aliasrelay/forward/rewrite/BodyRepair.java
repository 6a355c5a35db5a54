package org.aliasrelay.forward.rewrite;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/**
 * Encodes in Base64 those parts that SES would refuse, each alone: their content stays the same,
 * and so does every byte of every other part. Before the first part and behind the last, where
 * nobody looks, lines are divided. Signed and encrypted entities and messages inside the message
 * are left as they are, and so is what must not be Base64 or is something else already; if the
 * defect is there, the whole body becomes an attachment.
 *
 * @param body the body as it can be sent
 * @param content what the message's own header says of it from now on
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares bodies.
public record BodyRepair(byte[] body, NewContent content) {
  private static final String BASE64 = "base64";

  /** Other bytes in place of {@code body[start, end)}. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  private record Change(int start, int end, byte[] bytes) {}

  /** Whether SES would refuse {@code message[from, end)}. */
  public static boolean isNeeded(byte[] message, int from) {
    return Defects.in(message, from, message.length);
  }

  /** Mends what must be mended; nothing, as a rule. */
  public static BodyRepair of(Head head, byte[] body) {
    if (!isNeeded(body, 0)) {
      return new BodyRepair(body, NewContent.NONE);
    }
    BodyRepair repaired = partByPart(head, body);
    return isNeeded(repaired.body, 0)
        ? new BodyRepair(AsAttachment.of(head, body), AsAttachment.CONTENT)
        : repaired;
  }

  /** All that a repaired body may hold, encoded or attached, before it was repaired. */
  public static byte[] asItCame(Head head, byte[] body) {
    return AsAttachment.asItCame(head, body);
  }

  private static BodyRepair partByPart(Head head, byte[] body) {
    MimeMap map = MimeMap.of(head, body);
    List<Change> changes = new ArrayList<>();
    NewContent content = NewContent.NONE;
    for (Part part : map.leaves()) {
      if (part.mayBecomeBase64() && Defects.in(body, part.start(), part.end())) {
        content = part.isWholeMessage() ? NewContent.encoded(BASE64) : content;
        changes.add(new Change(part.first(), part.end(), inBase64(part, body)));
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
    byte[] content =
        part.isBase64()
            ? Lines.ofBase64(part, body)
            : Base64.getMimeEncoder().encode(TransferEncoding.decoded(part, body));
    return part.isWholeMessage() ? content : Splice.join(headerWithBase64(part), content);
  }

  private static byte[] headerWithBase64(Part part) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (HeaderField field : part.head().fields()) {
      if (!field.is(FieldName.CONTENT_TRANSFER_ENCODING)) {
        field.writeTo(out);
      }
    }
    out.writeBytes("Content-Transfer-Encoding: base64\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  @Override
  public String toString() {
    return "BodyRepair[" + body.length + " bytes]";
  }
}
