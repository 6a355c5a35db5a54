package org.aliasrelay.local.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class RawMessageTest {

  @Property
  void keepsEveryByteWhenPutTogetherAgain(@ForAll byte[] bytes) {
    var message = RawMessage.parse(bytes);

    assertThat(message.under(message.fields())).isEqualTo(bytes);
  }

  @Property
  void keepsEveryByteOfTextThatLooksLikeHeaders(
      @ForAll @Chars({'\r', '\n', ':', ' ', '\t'}) @CharRange(from = 'a', to = 'c') String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    var message = RawMessage.parse(bytes);

    assertThat(message.under(message.fields())).isEqualTo(bytes);
  }

  @Test
  void unfoldsAValue() {
    assertThat(parse("Subject: one\r\n\ttwo\r\n\r\nbody").first("subject")).contains("one\ttwo");
  }

  @Test
  void endsTheHeaderBlockAtTheFirstEmptyLine() {
    var message = parse("A: 1\r\n\r\nB: 2\r\n\r\n");

    assertThat(message.fields()).extracting(HeaderField::name).containsExactly("A");
  }

  @Test
  void givesALineThatIsNoFieldAnEmptyName() {
    assertThat(parse("no colon\r\nA: 1\r\n\r\n").fields())
        .extracting(HeaderField::name)
        .containsExactly("", "A");
  }

  @Test
  void putsOtherFieldsOverTheSameBody() {
    byte[] changed = parse("A: 1\r\n\r\nbody\n\r").under(List.of(HeaderField.of("B", "2")));

    assertThat(changed).asString(StandardCharsets.US_ASCII).isEqualTo("B: 2\r\n\r\nbody\n\r");
  }

  @Test
  void printsNoContent() {
    var message = parse("Subject: secret\r\n\r\nsecret");

    assertThat(message.toString() + message.fields()).doesNotContain("secret");
  }

  private static RawMessage parse(String text) {
    return RawMessage.parse(text.getBytes(StandardCharsets.US_ASCII));
  }
}
