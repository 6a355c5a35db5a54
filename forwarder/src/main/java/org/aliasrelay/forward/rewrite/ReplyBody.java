package org.aliasrelay.forward.rewrite;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;

/**
 * Takes the owner's address out of the text parts of a reply, where quoting puts it. A part that
 * does not hold it keeps every byte; so do signed and encrypted parts, whatever they hold.
 */
public final class ReplyBody {
  private ReplyBody() {}

  /** The body with the alias in place of the primary address. */
  public static byte[] without(PrimaryAddress primary, Head head, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 64);
    int copied = 0;
    for (Part part : MimeMap.leaves(head, body)) {
      if (part.isText()) {
        out.write(body, copied, part.start() - copied);
        out.writeBytes(without(primary, part, body));
        copied = part.end();
      }
    }
    out.write(body, copied, body.length - copied);
    return out.toByteArray();
  }

  private static byte[] without(PrimaryAddress primary, Part part, byte[] body) {
    Charset charset = charset(part);
    String text = new String(TransferEncoding.decoded(part, body), charset);
    return primary.isIn(text)
        ? TransferEncoding.encoded(part, primary.replacedIn(text).getBytes(charset))
        : Arrays.copyOfRange(body, part.start(), part.end());
  }

  /**
   * ISO 8859-1 holds any bytes and gives them back, and an address is ASCII in nearly every
   * charset; only where it is not, the real one is needed.
   */
  private static Charset charset(Part part) {
    try {
      Charset charset = Charset.forName(part.charset());
      boolean wide = charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
      return wide ? charset : StandardCharsets.ISO_8859_1;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.ISO_8859_1;
    }
  }
}
