package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the owner's answer to a forwarded mail goes. */
class AnswersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "help@shop.example | <to-help-shop-example@relay.test>",
        "help@shop.example; it@shop.example | <to-it-shop-example@relay.test>",
        // Nobody there can be written to: to the author it must not go instead.
        "\u7528\u6237@shop.example | : k7m2p9@relay.test",
        "a@shop.example b@shop.example | : k7m2p9@relay.test",
        // It asks for nothing.
        "nobody | <to-ann-shop-example@relay.test>",
        "undisclosed-recipients:; | <to-ann-shop-example@relay.test>",
        "k7m2p9@relay.test | <to-ann-shop-example@relay.test>",
      })
  void goesWhereTheSenderAsksForIt(String replyTo, String answerTo) throws Exception {
    Head head = Heads.of("From: Ann <ann@shop.example>\r\nReply-To: " + replyTo + "\r\n\r\n");

    assertThat(field("Reply-To", head)).contains(answerTo);
  }

  @ParameterizedTest
  @CsvSource({
    "<mailto:unsub@shop.example?subject=unsubscribe me>, subject=unsubscribe%20me",
    "<mailto:unsub+~ abc@shop.example>, to-unsub-abc-shop-example@relay.test",
    "<https://shop.example/u/~\tabc>, https://shop.example/u/abc",
  })
  void foldedLinkOfAListIsWhole(String uri, String link) throws Exception {
    Head head = Heads.of("From: ann@shop.example\r\nList-Unsubscribe: " + folded(uri) + "\r\n\r\n");

    assertThat(field("List-Unsubscribe", head)).contains(link);
  }

  @ParameterizedTest
  @CsvSource({
    "Message-ID: abc@shop.example, <abc@shop.example>",
    "Message-ID: <abc@shop.~ example>, <abc@shop.example>",
    "References: <a~ @shop.example> <b c>, <a@shop.example>",
  })
  void threadIsFoundByOddIdentifiersToo(String fields, String references) throws Exception {
    Head head = Heads.of("From: ann@shop.example\r\n" + folded(fields) + "\r\n\r\n");

    assertThat(field("References", head)).isEqualTo("References: " + references);
  }

  private static String folded(String text) {
    return text.replace("~", "\r\n");
  }

  private static String field(String name, Head head) {
    People people = People.in(head);
    byte[] header =
        new ForwardRewrite(head, people, Plans.PASSAGES)
            .header(Plans.forward(people), Plans.PASSED);
    return new String(header, US_ASCII)
        .replace("\r\n ", " ")
        .lines()
        .filter(line -> line.startsWith(name + ": "))
        .findFirst()
        .orElse("");
  }
}
