package org.aliasrelay.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReadingTest {

  @Test
  void decodesTextInItsCharset() {
    assertThat(
            read("Content-Type: text/plain; charset=iso-8859-1\r\n"
                    + "Content-Transfer-Encoding: quoted-printable\r\n\r\nGr=FC=DFe")
                .text())
        .contains("Grüße");
  }

  @Test
  void findsBothAlternativesAndTheAttachment() {
    var reading =
        read(
            """
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=a

            --a
            Content-Type: multipart/alternative; boundary=b

            --b

            plain
            --b
            Content-Type: text/html

            <p>rich
            --b--
            --a
            Content-Type: text/plain
            Content-Disposition: attachment; filename=n.txt

            attached
            --a--
            """
                .replace("\n", "\r\n"));

    assertThat(reading.text()).contains("plain");
    assertThat(reading.html()).contains("<p>rich");
    assertThat(reading.attachments()).singleElement().matches(a -> a.name().equals("n.txt"));
  }

  @Test
  void readsAMessageInACharsetThatDoesNotExist() {
    assertThat(read("Content-Type: text/plain; charset=nonsense\r\n\r\nhello").text())
        .contains("hello");
  }

  @Test
  void stopsAtTheDepthOfAPartBomb() {
    var bomb = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      bomb.append("Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n".formatted(i, i));
    }

    assertThat(read(bomb.toString()).html()).isEmpty();
  }

  @Property(tries = 200)
  void neverFails(@ForAll byte[] content) {
    assertThat(Reading.of(content)).isNotNull();
  }

  private static Reading read(String message) {
    return Reading.of(message.getBytes(StandardCharsets.US_ASCII));
  }
}
