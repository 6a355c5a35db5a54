package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is mended says the same. */
class KeptFieldsTest {
  @ParameterizedTest
  @ValueSource(ints = {899, 900, 901, 950, 997, 998, 1_200})
  void subjectWithALongWordBehindAStrayQuoteIsKeptWhole(int length) throws Exception {
    String subject = "\u00fc \"" + "x".repeat(length);
    Head written = Heads.of(kept("Subject: " + subject));

    assertThat(EncodedWords.decode(written.fields().getFirst().value())).isEqualTo(subject);
  }

  @Test
  void dateStaysADate() throws Exception {
    assertThat(kept("Date: Fri, 27 Nov 2026 10:00:00 +0100 (Mitteleurop\u00e4ische Zeit)"))
        .isEqualTo("Date: Fri, 27 Nov 2026 10:00:00 +0100 (Mitteleurop_ische Zeit)\r\n\r\n");
  }

  @Test
  void nameOfAFileIsKeptWithoutQuotesToo() throws Exception {
    String kept =
        kept("Content-Disposition: inline; filename=\u017dlu\u0165 1.txt; size=5; x=\"\u00e9\"");

    assertThat(EncodedWords.decode(kept.replace("\r\n ", " ")))
        .isEqualTo(
            "Content-Disposition: inline; filename=\"\u017dlu\u0165 1.txt\"; size=5;"
                + " x=\"\u00e9\"\r\n\r\n");
  }

  @Test
  void noBlankStandsBeforeTheColon() throws Exception {
    assertThat(kept("Subject \t: old style")).isEqualTo("Subject: old style\r\n\r\n");
  }

  @Test
  void nothingInQuotesMakesALineTooLong() throws Exception {
    String field = "Content-Type: application/pdf; name=\"" + "n".repeat(3_000) + "\"; x=y";

    for (String line : kept(field).split("\r\n", -1)) {
      assertThat(line.length()).isLessThanOrEqualTo(998);
    }
    assertThat(kept(field)).contains("nnn\";").contains("x=y");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 70, 100, 900, 997, 998, 2_000})
  void noNameMakesALineTooLong(int length) throws Exception {
    String field = "x".repeat(length) + ": " + "y".repeat(990) + "\u00e9 z";

    for (String line : kept(field).split("\r\n", -1)) {
      assertThat(line.length()).isLessThanOrEqualTo(998);
    }
    assertThat(kept(field).contains("x:")).isEqualTo(length < 998);
  }

  private static String kept(String field) throws Exception {
    FieldWriter out = new FieldWriter();
    new KeptFields(out, NewContent.NONE).copy(Heads.of(field + "\r\n\r\n").fields().getFirst());
    return new String(out.end(), US_ASCII);
  }
}
