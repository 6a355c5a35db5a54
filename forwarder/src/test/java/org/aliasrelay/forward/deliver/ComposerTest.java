package org.aliasrelay.forward.deliver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.aliasrelay.alias.contract.LossReason;
import org.aliasrelay.forward.deliver.Composing.Composed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is named in what is sent, and what is not sent at all. */
class ComposerTest {
  private static final String ANN = "ann@shop.example";
  private static final String REVERSE = "to-ann-shop-example@relay.test";

  private static byte[] message(String header) {
    return (header + "\n\nhi\n").replace("\n", "\r\n").getBytes(ISO_8859_1);
  }

  private static String sent(Composed composed) {
    return switch (composed) {
      case Composed.Message(byte[] bytes) -> new String(bytes, ISO_8859_1);
      case Composed.Ended(LossReason reason) -> reason.name();
    };
  }

  @Test
  void recipientInCcStaysThere() {
    String header = "From: ada@mailbox.test\nTo: k7m2p9@relay.test\nCc: " + REVERSE;
    assertThat(sent(Composing.reply(message(header))))
        .contains("\r\nCc: " + ANN + "\r\n")
        .doesNotContain("\r\nTo:");
  }

  @Test
  void recipientThatIsNamedNowhereIsTheFirst() {
    assertThat(sent(Composing.reply(message("From: ada@mailbox.test"))))
        .contains("\r\nTo: " + ANN + "\r\n");
  }

  @Test
  void ownersMailToNobodyByNameIsForwarded() {
    String header = "From: ada@mailbox.test\nIn-Reply-To: <s1@eu-west-1.amazonses.com>";
    assertThat(sent(Composing.forward(message(header)))).contains("\r\nhi\r\n");
  }

  /** The sender had an address that no mail can be sent to, so the alias stood in its place. */
  @ParameterizedTest
  @CsvSource({
    "ada@mailbox.test, <s1@eu-west-1.amazonses.com>, true",
    "ada@mailbox.test, <x@shop.example>, false",
    "ada@mailbox.test, '', false",
    "ann@shop.example, <s1@eu-west-1.amazonses.com>, false",
    "'ada@mailbox.test\nCc: ann@shop.example', <s1@eu-west-1.amazonses.com>, false",
  })
  void answerToNobodyDoesNotComeBack(String from, String answered, boolean isRefused) {
    String header = "From: " + from + "\nTo: k7m2p9@relay.test\nIn-Reply-To: " + answered;
    String sent = sent(Composing.forward(message(header)));
    assertThat(sent.equals("NOT_ADDRESSABLE")).isEqualTo(isRefused);
  }
}
