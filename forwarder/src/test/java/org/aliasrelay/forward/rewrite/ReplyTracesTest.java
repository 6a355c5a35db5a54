package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.aliasrelay.alias.contract.LossReason;
import org.aliasrelay.forward.deliver.Composing;
import org.aliasrelay.forward.deliver.Composing.Composed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of the owner is left in a whole reply. */
class ReplyTracesTest {
  private static final String HEADER =
      """
      From: Ada Lovelace <ada@mailbox.test>
      To: to-ann-shop-example@relay.test
      MIME-Version: 1.0
      """;

  private static String sent(String rest) {
    return switch (Composing.reply((HEADER + rest).replace("\n", "\r\n").getBytes(ISO_8859_1))) {
      case Composed.Message(byte[] bytes) -> new String(bytes, ISO_8859_1);
      case Composed.Ended(LossReason reason) -> reason.name();
    };
  }

  /** Where two charsets meet, letters of an escape sequence stand before it. */
  @Test
  void addressBehindJapaneseIsTheOwners() {
    String text = "Content-Type: text/plain; charset=iso-2022-jp\n\n\u001b$B%a!<%k\u001b(B";
    assertThat(sent(text + "ada@mailbox.test\n"))
        .endsWith("\u001b$B%a!<%k\u001b(Bk7m2p9@relay.test\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subject: ask lada@mailbox.test\n\nhi\n",
        "In-Reply-To: <x@shop.example>\nReferences: <lada@mailbox.test>\n\nhi\n",
        "Content-Type: text/plain; name=\"to lada@mailbox.test\"\n\nhi\n",
      })
  void addressOfAnotherMayStandInTheHeaderAlone(String rest) {
    assertThat(sent(rest)).contains("lada@mailbox.test").endsWith("hi\r\n");
  }

  /** In words whose charset nobody here knows. */
  @Test
  void addressInUnknownWordsIsFound() {
    String subject =
        "Subject: =?x-unknown?Q?=F9=EC_ada=40mail?=\n =?x-unknown?Q?box.test?=\n\nhi\n";
    assertThat(sent(subject)).isEqualTo("WOULD_REVEAL_OWNER");
  }

  @Test
  void nothingPassesThatIsNotNamed() {
    String text =
        """
        Content-Type: text/plain
        Content-Language: en
        Content-Location: file:///C:/Users/Ada
        Content-ID: <top@ada.example>
        Content-X-Anything: Ada
        X-Originating-IP: 192.0.2.77

        hi
        """;
    assertThat(sent(text))
        .contains("Content-Language: en")
        .doesNotContain("Users/Ada", "ada.example", "Anything", "192.0.2.77");
  }

  @Test
  void quotedSignatureSealsNothing() {
    String text =
        """

        Ann <to-ann-shop-example@relay.test> wrote to ada@mailbox.test:
        > -----BEGIN PGP SIGNED MESSAGE-----
        > Hello ada@mailbox.test
        """;
    assertThat(sent(text))
        .contains(
            "Ann <ann@shop.example> wrote to k7m2p9@relay.test:", "> Hello k7m2p9@relay.test");
  }

  /** In one line, of which each mark would be looked at from its begin. */
  @Test
  void isNotHeldUpByManyQuotedMarks() {
    String marks = "&gt; " + "-----BEGIN PGP ".repeat(500_000);
    assertThat(Armor.sealsSomething(marks)).isFalse();
    assertThat(Armor.sealsSomething(marks.substring(5))).isTrue();
  }

  @Test
  void keyInATextSealsNothing() {
    String text =
        """

        I am ada@mailbox.test
        -----BEGIN PGP PUBLIC KEY BLOCK-----

        YWJj
        -----END PGP PUBLIC KEY BLOCK-----
        """;
    assertThat(sent(text)).contains("I am k7m2p9@relay.test", "YWJj");
    String revealing = text.replace("YWJj", "YWRhQG1haWxib3gudGVzdA==");
    assertThat(sent(revealing)).isEqualTo("WOULD_REVEAL_OWNER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<pre>"})
  void textThatIsSignedStaysAsItIs(String before) {
    String text =
        "to-ann-shop-example@relay.test\n" + before + "-----BEGIN PGP SIGNED MESSAGE-----";
    assertThat(sent("\n" + text + "\n")).endsWith(text.replace("\n", "\r\n") + "\r\n");
    assertThat(sent("\nada@mailbox.test\n" + text + "\n")).isEqualTo("WOULD_REVEAL_OWNER");
  }

  /** RFC 2387: the parts would no longer belong together. */
  @Test
  void partThatAMultipartBeginsWithKeepsItsName() {
    String text =
        """
        Content-Type: multipart/mixed; boundary=o

        --o
        Content-Type: multipart/related; boundary=i; start="<root@mailbox.test>"

        --i
        Content-Type: text/html
        Content-ID: <root@mailbox.test>

        <img src="cid:logo@mailbox.test"><img src="cid:second@pc.mailbox.test">
        --i
        Content-Type: image/png
        Content-ID: <logo@mailbox.test>

        --i
        Content-Type: image/png
        Content-ID: <second@pc.mailbox.test>

        --i--
        --o--
        """;
    assertThat(sent(text))
        .contains("start=\"<root@mailbox.test>\"", "Content-ID: <root@mailbox.test>")
        .contains("cid:logo@relay.test", "Content-ID: <logo@relay.test>")
        .contains("cid:second@relay.test", "Content-ID: <second@relay.test>");
  }
}
