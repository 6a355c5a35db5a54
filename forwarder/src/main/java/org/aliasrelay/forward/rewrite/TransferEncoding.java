package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.apache.james.mime4j.codec.QuotedPrintableOutputStream;

/** Content transfer encodings (RFC 2045, section 6). */
public final class TransferEncoding {
  private TransferEncoding() {}

  /** The content of a part; as it stands where it is not what its header says. */
  static byte[] decoded(Part part, byte[] body) {
    return content(part, body).orElseGet(() -> Arrays.copyOfRange(body, part.start(), part.end()));
  }

  /** The content of a part; nothing where it is not what its header says. */
  public static Optional<byte[]> content(Part part, byte[] body) {
    byte[] content = Arrays.copyOfRange(body, part.start(), part.end());
    try {
      if (part.isBase64()) {
        return Optional.of(Base64.getMimeDecoder().decode(content));
      }
      if (part.isQuotedPrintable()) {
        var encoded = new ByteArrayInputStream(content, 0, withoutLastBreak(content));
        return Optional.of(
            new QuotedPrintableInputStream(encoded, DecodeMonitor.SILENT).readAllBytes());
      }
      return Optional.of(content);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The end of a line that the mark of a soft break goes with may be the next boundary's. */
  private static int withoutLastBreak(byte[] content) {
    int end = content.length;
    while (end > 0 && (content[end - 1] == ' ' || content[end - 1] == '\t')) {
      end--;
    }
    return end > 0 && content[end - 1] == '=' ? end - 1 : content.length;
  }

  /** Content in the encoding that the part has. */
  public static byte[] encoded(Part part, byte[] plain) {
    if (part.isBase64()) {
      return Base64.getMimeEncoder().encode(plain);
    }
    if (!part.isQuotedPrintable()) {
      return plain;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length * 2);
    // What looks like the end of a line may be half of a letter.
    if (part.wideCharset().isPresent()) {
      encode(plain, 0, plain.length, true, out);
    } else {
      encodeLines(plain, out);
    }
    return endingVisibly(out.toByteArray());
  }

  /** A line that holds LF or CR alone is encoded whole, or one would be a line end from now on. */
  private static void encodeLines(byte[] plain, ByteArrayOutputStream out) {
    int encoded = 0;
    int line = 0;
    while (line < plain.length) {
      int end = line;
      boolean odd = false;
      while (end < plain.length && !Defects.isCrlf(plain, end, plain.length)) {
        odd |= plain[end] == '\n' || plain[end] == '\r';
        end++;
      }
      int next = Math.min(end + 2, plain.length);
      if (odd) {
        encode(plain, encoded, line, false, out);
        encode(plain, line, end, true, out);
        out.write(plain, end, next - end);
        encoded = next;
      }
      line = next;
    }
    encode(plain, encoded, plain.length, false, out);
  }

  private static void encode(
      byte[] plain, int from, int to, boolean binary, ByteArrayOutputStream out) {
    try (var encoder = new QuotedPrintableOutputStream(out, binary)) {
      encoder.write(plain, from, to - from);
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
  }

  /** The encoder leaves a blank at the very end bare, where a reader drops it (rule 3). */
  private static byte[] endingVisibly(byte[] encoded) {
    int last = encoded.length - 1;
    if (last < 0 || (encoded[last] != ' ' && encoded[last] != '\t')) {
      return encoded;
    }
    byte[] visible = (encoded[last] == ' ' ? "=\r\n=20" : "=\r\n=09").getBytes(US_ASCII);
    byte[] out = Arrays.copyOf(encoded, last + visible.length);
    System.arraycopy(visible, 0, out, last, visible.length);
    return out;
  }
}
