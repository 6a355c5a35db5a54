package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassagesTest {
  private static final byte[] SECRET = "a secret of thirty-two characters".getBytes(US_ASCII);

  private final Passages passages = new Passages(SECRET);

  @Test
  void countsWhatItWrote() throws Exception {
    assertThat(passages.of(written(passages, 3))).isEqualTo(3);
  }

  @Test
  void messageWithoutAFieldHasNotPassed() throws Exception {
    assertThat(passages.of(Heads.of("Subject: hi\r\n\r\n"))).isZero();
  }

  @Test
  void countThatSomebodyElseSignedCountsForNothing() throws Exception {
    assertThat(passages.of(written(new Passages(new byte[32]), 4))).isZero();
  }

  @Test
  void raisedCountCountsForNothing() throws Exception {
    String honest = text(passages, 1);
    assertThat(passages.of(Heads.of(honest.replace(": 1;", ": 9;")))).isZero();
  }

  @Test
  void oddValuesCountForNothing() throws Exception {
    for (String value : new String[] {"", "1", "1; zz", "-1; 00", "99999; " + "0".repeat(32)}) {
      assertThat(passages.of(Heads.of("X-Alias-Relay-Hop: " + value + "\r\n\r\n"))).isZero();
    }
  }

  @Test
  void highestOfSeveralCounts() throws Exception {
    String two = text(passages, 2).replace("\r\n\r\n", "\r\n");
    assertThat(passages.of(Heads.of(two + text(passages, 5)))).isEqualTo(5);
  }

  private static Head written(Passages by, int count) throws Exception {
    return Heads.of(text(by, count));
  }

  private static String text(Passages by, int count) {
    FieldWriter out = new FieldWriter();
    by.write(out, count);
    return new String(out.end(), US_ASCII);
  }
}
