package org.aliasrelay.forward.rewrite;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.apache.james.mime4j.codec.QuotedPrintableOutputStream;

/** Content transfer encodings (RFC 2045, section 6). */
final class TransferEncoding {
  private TransferEncoding() {}

  /** The content of a part; as it stands where it is not what its header says. */
  static byte[] decoded(Part part, byte[] body) {
    byte[] content = Arrays.copyOfRange(body, part.start(), part.end());
    try {
      if (part.isBase64()) {
        return Base64.getMimeDecoder().decode(content);
      }
      if (part.isQuotedPrintable()) {
        return new QuotedPrintableInputStream(
                new ByteArrayInputStream(content), DecodeMonitor.SILENT)
            .readAllBytes();
      }
      return content;
    } catch (IOException | IllegalArgumentException e) {
      return content;
    }
  }

  /** Content in the encoding that the part has. */
  static byte[] encoded(Part part, byte[] plain) {
    if (part.isBase64()) {
      return Base64.getMimeEncoder().encode(plain);
    }
    if (!part.isQuotedPrintable()) {
      return plain;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length * 2);
    try (var encoder = new QuotedPrintableOutputStream(out, false)) {
      encoder.write(plain);
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
    return out.toByteArray();
  }
}
