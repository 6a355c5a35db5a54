package org.aliasrelay.local.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DecodedTextTest {

  @Test
  void decodesEncodedWords() {
    assertThat(DecodedText.of("=?UTF-8?Q?Gr=C3=BC=C3=9Fe?= =?utf-8?B?IQ==?=")).isEqualTo("Grüße!");
  }

  @Test
  void leavesAnEncodedWordInAnUnknownCharset() {
    assertThat(DecodedText.of("=?nonsense?Q?a?=")).isEqualTo("=?nonsense?Q?a?=");
  }

  @Test
  void takesOutLineEndsThatWereEncoded() {
    assertThat(DecodedText.of("=?UTF-8?Q?a=0D=0ABcc:_b?=")).isEqualTo("a  Bcc: b");
  }

  @Property
  void readsAnyTextFromAStranger(
      @ForAll
          @Chars({'=', '?', '<', '>', '@', '"', '(', ')', ',', ':', ';', '\\', '[', ' ', 'Q', 'b'})
          @StringLength(max = 40)
          String value) {
    assertThat(DecodedText.of(value)).isNotNull();
    assertThat(DecodedText.mailboxes(value)).isNotNull();
  }
}
