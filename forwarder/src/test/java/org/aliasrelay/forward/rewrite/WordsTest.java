package org.aliasrelay.forward.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void quotedStringIsOneWord() {
    assertThat(Words.of("a \"b c\" d")).containsExactly("a", "\"b c\"", "d");
  }

  @Test
  void longWordIsCutIntoPiecesThatLoseNothing() {
    List<String> pieces = Words.atMost("x".repeat(25), 10).toList();
    assertThat(pieces).allMatch(piece -> piece.length() <= 10);
    assertThat(String.join("", pieces)).isEqualTo("x".repeat(25));
  }

  @Test
  void longQuotedStringIsCutOffAndClosed() {
    assertThat(Words.atMost("name=\"" + "x".repeat(50) + "\";", 10))
        .containsExactly("name=\"xxxx\";");
  }

  @Test
  void escapedCharacterIsNotCutInTwo() {
    assertThat(Words.atMost("\"abc\\\"defgh\"", 5)).containsExactly("\"abc\"");
    assertThat(Words.atMost("\"ab\\\\cdefgh\"", 5)).containsExactly("\"ab\\\\\"");
  }
}
