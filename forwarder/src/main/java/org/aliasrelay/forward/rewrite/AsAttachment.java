package org.aliasrelay.forward.rewrite;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * The last resort for what SES refuses and must not be changed, such as a signed part with a line
 * of 2,000 characters: that part, or the whole body, goes as an attachment, from which a mail
 * program reads every byte as it came.
 */
final class AsAttachment {
  /** It begins with what no line of Base64 begins with. */
  private static final String BOUNDARY = "=_relay_message";

  static final NewContent CONTENT =
      new NewContent("multipart/mixed; boundary=\"" + BOUNDARY + "\"", "");

  private static final String BEFORE =
      """
      --%1$s
      Content-Type: text/plain; charset=us-ascii

      This message could not be sent on as it was written: a part of it that must
      not be changed has bytes or lines that mail servers refuse. It is attached,
      just as it came.
      --%1$s
      """
          .formatted(BOUNDARY)
          .replace("\n", "\r\n");

  private static final String HEADER =
      """
      Content-Type: application/octet-stream; name="message.eml"
      Content-Disposition: attachment; filename="message.eml"
      Content-Transfer-Encoding: base64

      """
          .replace("\n", "\r\n");
  private static final String AFTER = "\r\n--" + BOUNDARY + "--\r\n";

  private AsAttachment() {}

  static byte[] of(Head head, byte[] body) {
    return joined(BEFORE, asItCame(head, body), AFTER);
  }

  /** In the place of that part, which is none of the whole message. */
  static byte[] of(Part part, byte[] body) {
    return joined("", asItCame(part, body), "");
  }

  private static byte[] joined(String before, byte[] content, String after) {
    byte[] letters = Base64.getMimeEncoder().encode(content);
    ByteArrayOutputStream out = new ByteArrayOutputStream(letters.length + 1024);
    out.writeBytes(ascii(before));
    out.writeBytes(ascii(HEADER));
    out.writeBytes(letters);
    out.writeBytes(ascii(after));
    return out.toByteArray();
  }

  /** What is attached of a part: a message that was forwarded, or the part with its header. */
  static byte[] asItCame(Part part, byte[] body) {
    return part.isForwardedMessage()
        ? TransferEncoding.decoded(part, body)
        : Arrays.copyOfRange(body, part.first(), part.end());
  }

  /** What is attached. */
  static byte[] asItCame(Head head, byte[] body) {
    ByteArrayOutputStream message = new ByteArrayOutputStream(body.length + 1024);
    for (HeaderField field : head.fields()) {
      // Not the others: they name people, and ways past the relay.
      if (field.name().isOfContent() || field.key().equals("mime-version")) {
        field.writeTo(message);
      }
    }
    message.writeBytes(ascii("\r\n"));
    message.writeBytes(body);
    return message.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
