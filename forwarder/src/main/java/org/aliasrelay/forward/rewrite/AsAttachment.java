package org.aliasrelay.forward.rewrite;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The last resort for a body that SES refuses and that must not be changed, such as a signed part
 * with a line of 2,000 characters: the whole of it goes as an attachment, from which a mail program
 * reads every byte as it came.
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
      Content-Type: application/octet-stream; name="message.eml"
      Content-Disposition: attachment; filename="message.eml"
      Content-Transfer-Encoding: base64

      """
          .formatted(BOUNDARY)
          .replace("\n", "\r\n");
  private static final String AFTER = "\r\n--" + BOUNDARY + "--\r\n";

  private AsAttachment() {}

  static byte[] of(Head head, byte[] body) {
    byte[] letters = Base64.getMimeEncoder().encode(asItCame(head, body));
    ByteArrayOutputStream out = new ByteArrayOutputStream(letters.length + 1024);
    out.writeBytes(ascii(BEFORE));
    out.writeBytes(letters);
    out.writeBytes(ascii(AFTER));
    return out.toByteArray();
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
