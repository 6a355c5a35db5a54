package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is mended says the same. */
class KeptFieldsTest {
  @ParameterizedTest
  @ValueSource(ints = {899, 900, 901, 950, 997, 998, 1_200})
  void subjectWithALongWordBehindAStrayQuoteIsKeptWhole(int length) throws Exception {
    String subject = "\u00fc \"" + "x".repeat(length);
    FieldWriter out = new FieldWriter();

    new KeptFields(out, NewContent.NONE)
        .copy(Heads.of("Subject: " + subject + "\r\n\r\n").fields().getFirst());

    Head written = Heads.of(new String(out.end(), US_ASCII));
    assertThat(EncodedWords.decode(written.fields().getFirst().value())).isEqualTo(subject);
  }
}
