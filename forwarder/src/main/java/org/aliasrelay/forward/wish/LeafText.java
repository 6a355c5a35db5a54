package org.aliasrelay.forward.wish;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.aliasrelay.forward.rewrite.Charsets;
import org.aliasrelay.forward.rewrite.Part;
import org.aliasrelay.forward.rewrite.TransferEncoding;

/** The text of a leaf, which can be written back in the leaf's own charset and encoding. */
record LeafText(Part part, Charset charset, String text) {
  /**
   * Longer than anybody reads; a bound on the memory that a change takes, whatever the mail's size.
   */
  static final int LONGEST = 8 << 20;

  private static final Set<String> ENCODINGS =
      Set.of("", "7bit", "8bit", "binary", "base64", "quoted-printable");

  /** The text, unless it is not what the header says, or would not come back as it was. */
  static Optional<LeafText> read(Part part, byte[] body) {
    if (part.end() - part.start() > LONGEST || !ENCODINGS.contains(part.encoding())) {
      return Optional.empty();
    }
    return TransferEncoding.content(part, body)
        .flatMap(content -> charset(part).flatMap(charset -> read(part, charset, content)));
  }

  private static Optional<LeafText> read(Part part, Charset charset, byte[] content) {
    try {
      LeafText leaf =
          new LeafText(
              part, charset, charset.newDecoder().decode(ByteBuffer.wrap(content)).toString());
      return leaf.bytes(leaf.text).filter(again -> Arrays.equals(again, content)).map(_ -> leaf);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** RFC 2046, section 4.1.2: where none is named it is US-ASCII. */
  private static Optional<Charset> charset(Part part) {
    return (part.charset().isEmpty()
            ? Optional.of(StandardCharsets.US_ASCII)
            : Charsets.named(part.charset()))
        .filter(Charset::canEncode);
  }

  /** Where the text begins: after a byte order mark, which must stay the first character. */
  int start() {
    return text.startsWith("\ufeff") ? 1 : 0;
  }

  /** Another text in the place of this one; nothing where the charset or the message forbids it. */
  Optional<byte[]> with(String changed) {
    return bytes(changed)
        .map(content -> TransferEncoding.encoded(part, content))
        .filter(encoded -> !part.isDividedIn(encoded) && comesBack(encoded, changed));
  }

  private Optional<byte[]> bytes(String any) {
    try {
      ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(any));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return Optional.of(bytes);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Quoted-printable knows line ends and bytes, and a bare CR may be neither. */
  private boolean comesBack(byte[] encoded, String changed) {
    return TransferEncoding.content(part.with(0, encoded.length), encoded)
        .map(content -> new String(content, charset))
        .filter(text -> lines(text).equals(lines(changed)))
        .isPresent();
  }

  private static String lines(String any) {
    return any.replace("\r\n", "\n");
  }
}
