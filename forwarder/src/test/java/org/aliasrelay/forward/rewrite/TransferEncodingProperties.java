package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is encoded comes back. */
class TransferEncodingProperties {
  private static Part part(String encoding, int length) {
    return new Part(-1, 0, length, "text/plain", "", encoding, Head.EMPTY, List.of());
  }

  @Property
  void contentComesBackAsItWas(
      @ForAll("encodings") String encoding, @ForAll("content") byte[] content) {
    byte[] encoded = TransferEncoding.encoded(part(encoding, 0), content);
    assertThat(TransferEncoding.decoded(part(encoding, encoded.length), encoded))
        .isEqualTo(content);
  }

  @Property
  void encodedLinesAreShort(
      @ForAll("encodings") String encoding, @ForAll("content") byte[] content) {
    assertThat(new String(TransferEncoding.encoded(part(encoding, 0), content), ISO_8859_1).lines())
        .allMatch(line -> line.length() <= 76);
  }

  @Provide
  Arbitrary<String> encodings() {
    return Arbitraries.of("base64", "quoted-printable");
  }

  /** Blanks at line ends, soft breaks, and line ends that are none are what goes wrong. */
  @Provide
  Arbitrary<byte[]> content() {
    return Arbitraries.of(
            "a", "word word", " ", "\t", "\r\n", "\n", "\r", "=", "=\r\n", ".", "\u00e9", "\0")
        .list()
        .ofMaxSize(60)
        .map(pieces -> String.join("", pieces).getBytes(ISO_8859_1));
  }
}
