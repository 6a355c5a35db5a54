package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.aliasrelay.alias.contract.LossReason;
import org.aliasrelay.forward.deliver.Composing;
import org.aliasrelay.forward.deliver.Composing.Composed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A header of an eighth of a mebibyte that is all one field. Where the work grew with the square of
 * the length, each of these would hold this test up for minutes, and the forwarder with it.
 */
class HostileLengthTest {
  private static final int LENGTH = 1 << 17;

  @ParameterizedTest
  @CsvSource({
    "'X-A: ', x",
    "'X-A: ', 'é '",
    "'Subject: é', '=?'",
    "'Subject: é', '=?utf-8?q?x'",
    "'Subject: =?utf-8?q?', é",
    "'From: ', '=?a?q?'",
    "'From: ', '\"a '",
    "'From: ', '('",
    "'From: ', 'a@'",
    "'From: ', '<'",
    "'Reply-To: ', ';'",
    "'Reply-To: ', 'a@b.example;'",
    "'References: <', ' '",
    "'Content-Disposition: inline; filename=', '=é'",
    "'List-Post: <', ' '",
    "'List-Unsubscribe: ', '<a '",
    "'Content-Type: é\"', a",
    "'Content-Type: text/plain', ';a=b'",
    "'References: ', '<a'",
    "'Subject: ', 'été '",
    "'List-Unsubscribe: ', '<mailto:'",
    "'To: ', 'a@b.example,'",
    "'To: ', 'a:b,;'",
    "'Content-Type: multipart/mixed; boundary=', 'a'",
    "'Content-Type: text/plain; a*=b; c=\"', '=?x '",
    "'Content-Type: text/plain; a*=', '%20'",
    "'Content-Type: text/plain', ';a*0=b'",
    "'Content-Type: text/plain; a*=', '('",
  })
  void longFieldTakesNoLongerThanItsLength(String start, String repeated) {
    String field = start + repeated.repeat(LENGTH / repeated.length());
    byte[] message = (field + "\r\n\r\nbo\0dy\r\n").getBytes(UTF_8);

    assertThat(Composing.forward(message)).isInstanceOf(Composed.Message.class);
    assertThat(Composing.reply(message)).isInstanceOf(Composed.Message.class);
  }

  /** Others' addresses that end with the owner's, each much like the next. */
  @Test
  void namesakesTakeNoLongerThanTheirLength() {
    StringBuilder text = new StringBuilder("Subject: x\r\n\r\n");
    for (int i = 0; i < 100; i++) {
      text.append(namesake(i)).append("\r\n");
    }
    for (int i = 0; i < 100; i++) {
      text.append(("a".repeat(70) + "\r\n").repeat(200)).append(namesake(i)).append("\r\n");
    }
    assertThat(Composing.reply(text.toString().getBytes(UTF_8)))
        .isInstanceOf(Composed.Message.class);
  }

  /** At each the look goes on for as long as a local part may be. */
  @ParameterizedTest
  @ValueSource(strings = {"ada+", "ada%2b", "=2Bada+", "mailbox.test=ada+"})
  void textOfDetailsIsRefusedBeforeItTakesMinutes(String repeated) {
    String text = repeated.repeat(16 * LENGTH / repeated.length()) + " mailbox.test\r\n";
    byte[] message = ("Subject: x\r\n\r\n" + text).getBytes(UTF_8);

    assertThat(Composing.reply(message))
        .isEqualTo(new Composed.Ended(LossReason.WOULD_REVEAL_OWNER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@mailbox.test\r\n",
        "Ada <ada+shop.offers@mailbox.test>, ",
        "ada=2Bnews=40mailbox.test\r\n",
        "&lt;ada&#64;mailbox&#46;test&gt; ",
        "SRS0=aBcD=XY=mailbox.test=ada@fwd.example\r\n",
        "ada.ada.ada ",
      })
  void textOfNothingButAddressesIsCleaned(String repeated) {
    String text = repeated.repeat(16 * LENGTH / repeated.length()) + " mailbox.test\r\n";
    byte[] message = ("Subject: x\r\n\r\n" + text).getBytes(UTF_8);

    assertThat(Composing.reply(message)).isInstanceOf(Composed.Message.class);
  }

  @Test
  void linksToPartsTakeNoLongerThanTheirLength() {
    String domain = Plans.PRIMARY.domain();
    String text =
        "Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Id: <a@"
            + domain
            + ">\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n"
            + ("cid:".repeat(200) + "\r\n").repeat(20 * LENGTH / 800)
            + "\r\n--b--\r\n";

    assertThat(Composing.reply(text.getBytes(UTF_8))).isInstanceOf(Composed.Message.class);
  }

  private static String namesake(int number) {
    char first = (char) ('a' + number / 26);
    char second = (char) ('a' + number % 26);
    return "a".repeat(48) + first + second + Plans.PRIMARY.value();
  }
}
