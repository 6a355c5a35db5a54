package org.aliasrelay.forward.rewrite;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Encodes in Base64 those parts that SES would refuse, each alone: their content stays the same,
 * and so does every byte of every other part. Signed and encrypted entities and messages inside the
 * message are left as they are, and so is what must not be Base64 or is something else already; if
 * the defect is there, the whole body becomes an attachment.
 *
 * @param body the body as it can be sent
 * @param content what the message's own header says of it from now on
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares bodies.
public record BodyRepair(byte[] body, NewContent content) {
  private static final String BASE64 = "base64";

  /** RFC 2045, section 6.8. */
  private static final int BASE64_LINE = 76;

  /** Whether SES would refuse {@code message[from, end)}. */
  public static boolean isNeeded(byte[] message, int from) {
    return Defects.in(message, from, message.length);
  }

  /** Encodes what must be encoded; nothing, as a rule. */
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
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + body.length / 2);
    NewContent content = NewContent.NONE;
    int copied = 0;
    for (Part part : MimeMap.leaves(head, body)) {
      if (!part.mayBecomeBase64() || !Defects.in(body, part.start(), part.end())) {
        continue;
      }
      if (part.isWholeMessage()) {
        content = NewContent.encoded(BASE64);
      } else {
        out.write(body, copied, part.headerStart() - copied);
        out.writeBytes(headerWithBase64(part));
      }
      out.writeBytes(part.isBase64() ? wrapped(part, body) : encoded(part, body));
      copied = part.end();
    }
    out.write(body, copied, body.length - copied);
    return new BodyRepair(out.toByteArray(), content);
  }

  private static byte[] encoded(Part part, byte[] body) {
    return Base64.getMimeEncoder().encode(TransferEncoding.decoded(part, body));
  }

  /**
   * The same octets, whether or not they can be decoded, without NUL and bare CR, which are no
   * letters of base64; lines that are too long are divided.
   */
  private static byte[] wrapped(Part part, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(part.end() - part.start() + 1024);
    int line = part.start();
    while (line < part.end()) {
      int next = Octets.nextLine(body, line, part.end());
      boolean isLong = next - line > FieldWriter.LONGEST_LINE;
      divide(body, line, next, isLong ? BASE64_LINE : FieldWriter.LONGEST_LINE, out);
      line = next;
    }
    return out.toByteArray();
  }

  private static void divide(
      byte[] body, int line, int next, int longest, ByteArrayOutputStream out) {
    int column = 0;
    for (int i = line; i < next; i++) {
      boolean lineEnd = body[i] == '\n' || Defects.isCrlf(body, i, next);
      if (!lineEnd && (body[i] == 0 || body[i] == '\r')) {
        continue;
      }
      if (column == longest && !lineEnd) {
        out.write('\r');
        out.write('\n');
        column = 0;
      }
      out.write(body[i]);
      column++;
    }
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
