package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
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

  static String sent(String rest) {
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
        "In-Reply-To: <x@amazonses.com>\nReferences: <lada@mailbox.test>\n\nhi\n",
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

  /** What cannot be decoded, others may decode, and find a message with an encoding of its own. */
  @Test
  void attachedMessageThatCannotBeDecodedIsRefused() {
    String inner =
        """
        Content-Type: text/plain
        Content-Transfer-Encoding: base64

        %s
        """
            .formatted(base64("me: ada@mailbox.test!"));
    String text =
        """
        Content-Type: multipart/mixed; boundary=b

        --b

        hi
        --b
        Content-Type: message/rfc822
        Content-Transfer-Encoding: base64

        %s
        eA==
        --b--
        """
            .formatted(base64(inner));
    assertThat(sent(text)).isEqualTo("WOULD_REVEAL_OWNER");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(ISO_8859_1));
  }

  @Test
  void namesInEncodedWordsOfPartsAreReplaced() {
    String reverse = base64("to-ann-shop-example@relay.test");
    String text =
        """
        Subject: =?x-unknown?B?%1$s?=
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain; name="=?utf-8?B?%1$s?="

        hi
        --b
        Content-Type: message/rfc822

        Subject: =?utf-8?Q?to-ann-shop-ex?=
         =?utf-8?Q?ample@relay.test_and_ada=40mailbox.test?=

        hi
        --b--
        """
            .formatted(reverse);
    String sent = sent(text);
    assertThat(sent)
        .contains("Subject: ann@shop.example\r\n")
        .contains("name=\"=?UTF-8?B?" + base64("ann@shop.example") + "?=\"")
        .doesNotContain(reverse);
    assertThat(EncodedWords.decode(sent))
        .contains("Subject: ann@shop.example and k7m2p9@relay.test");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        Content-Type: message/disposition-notification

        Reporting-UA: pc.mailbox.test; Thunderbird
        Original-Message-ID: <x@pc.mailbox.test>
        """,
        """
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx1.mailbox.test

        Remote-MTA: dns;
         store.mailbox.test
        """,
        """
        Content-Type: message/feedback-report

        Feedback-Type: abuse
        Source-IP: 192.0.2.1
        Reporting-MTA: dns; mx.mailbox.test
        Reported-Domain: mailbox.test
        """,
        """
        Content-Type: message/rfc822

        Received: from pc.mailbox.test ([192.0.2.1])
         by mailbox.test; today
        DKIM-Signature: d=mailbox.test; i=@mailbox.test
        Message-ID: <4A1B.mailbox.test@a.b.c.d.e.f.my_pc.mailbox.test>

        hi
        """,
        """
        Content-Type: text/rfc822-headers

        Message-ID: <1@MAILBOX.test>
        """,
        """
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-ID: x@pc.mailbox.test

        hi
        --b--
        """,
      })
  void hostsOfTheOwnerAreTheRelays(String rest) {
    assertThat(sent(rest)).contains("relay.test").doesNotContainIgnoringCase("mailbox.test");
  }

  @Test
  void identifiersStayDifferent() {
    String text = "Content-Type: text/rfc822-headers\n\nReferences: <1.mailbox.test@mailbox.test>";
    assertThat(sent(text + "\n <2.mailbox.test@pc.mailbox.test>\n"))
        .endsWith("References: <1.relay.test@relay.test>\r\n <2.relay.test@relay.test>\r\n");
  }

  @Test
  void addressesOfOthersAtTheDomainStay() {
    String text = "Content-Type: text/rfc822-headers\n\nReceived: for <bob@mailbox.test>\n";
    assertThat(sent(text)).endsWith("Received: for <bob@mailbox.test>\r\n");
  }

  @Test
  void hostsThatPeopleWriteAboutStay() {
    assertThat(sent("\nMessage-ID: see http://mailbox.test/ or eve@mailbox.test\n"))
        .endsWith("Message-ID: see http://mailbox.test/ or eve@mailbox.test\r\n");
  }

  @Test
  void placesOfFilesAreLeftOut() {
    String text =
        """
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Location: "file:///C:/Users/Ada
         /report.txt"
        Content-Type: text/plain

        hi
        --b
        Content-Location: https://shop.example/a.png

        hi
        --b--
        """;
    assertThat(sent(text))
        .doesNotContain("Users", "report")
        .contains("--b\r\nContent-Type: text/plain\r\n\r\nhi")
        .contains("Content-Location: https://shop.example/a.png");
  }

  /** The message is attached whole, for a line of it is too long. */
  @Test
  void nothingMorePassesInAnAttachedMessage() {
    String text =
        """
        Content-Type: message/rfc822
        Content-ID: <x@pc.ada.example>
        Content-Location: file:///C:/Users/Ada

        Subject: x

        """;
    String sent = sent(text + "x".repeat(1_000) + "\n");
    String attached = sent.substring(sent.indexOf("base64\r\n\r\n") + 10);
    String came =
        new String(
            Base64.getMimeDecoder().decode(attached.substring(0, attached.indexOf("--"))),
            ISO_8859_1);
    assertThat(came)
        .startsWith("MIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\nSubject: x")
        .doesNotContain("Users", "ada.example");
  }

  @Test
  void lineEndsOfUtf16AreNone() {
    String text = "hi\r\nto-ann-shop-example@relay.test\r\n";
    String encoded = text.replaceAll("(?s)(.)", "$1=00").replace("\r", "=0D").replace("\n", "=0A");
    String sent =
        sent(
            "Content-Type: text/plain; charset=utf-16le\n"
                + "Content-Transfer-Encoding: quoted-printable\n\n"
                + encoded.replaceAll("(.{60}=00)", "$1=\n")
                + "\n");
    Part whole = part(sent.substring(sent.indexOf("\r\n\r\n") + 4));
    byte[] body = sent.substring(sent.indexOf("\r\n\r\n") + 4).getBytes(ISO_8859_1);
    assertThat(new String(TransferEncoding.decoded(whole, body), UTF_16LE))
        .startsWith("hi\r\nann@shop.example\r\n");
  }

  private static Part part(String body) {
    return new Part(
        -1, 0, body.length(), "text/plain", "", "quoted-printable", Head.EMPTY, List.of());
  }

  /** What is the end of a line only in what is encoded must not become one of the message. */
  @Test
  void encodedLineEndsStayEncoded() {
    String text =
        """
        Content-Type: multipart/mixed; boundary=b1

        --b1
        Content-Transfer-Encoding: quoted-printable

        On Monday ada@mailbox.test wrote: =0A--b1=0Alost
        caf=C3=A9 ada@mailbox.test
        --b1--
        """;
    assertThat(sent(text))
        .contains("wrote:=20=0A--b1=0Alost\r\ncaf=C3=A9 k7m2p9@relay")
        .endsWith("\r\n--b1--\r\n");
  }

  /** As gateways put lines behind what they cannot read. */
  @Test
  void textBehindBase64IsChangedAsItStands() {
    String text =
        "Content-Transfer-Encoding: base64\n\naGVsbG8gdw==\n\nSent to to-ann-shop-example@relay.test\n";
    assertThat(sent(text)).endsWith("\r\n\r\naGVsbG8gdw==\r\n\r\nSent to ann@shop.example\r\n");
  }

  @Test
  void bodyWhoseBoundaryWouldBeAnotherIsNotSent() {
    assertThat(sent(multipart("part.ada@mailbox.test"))).isEqualTo("WOULD_REVEAL_OWNER");
    assertThat(sent(multipart("\u00e9"))).isEqualTo("UNREADABLE");
  }

  @Test
  void boundaryMayBeChangedInBothPlaces() {
    String sent = sent(multipart("x-ada@mailbox.test"));
    assertThat(sent)
        .contains("boundary=\"x-k7m2p9@relay.test\"")
        .endsWith("--x-k7m2p9@relay.test\r\n\r\nhi\r\n--x-k7m2p9@relay.test--\r\n");
  }

  private static String multipart(String boundary) {
    return """
    Content-Type: multipart/mixed; boundary="%1$s"

    --%1$s

    hi
    --%1$s--
    """
        .formatted(boundary);
  }

  /** The mark is of a line end that belongs to the boundary. */
  @Test
  void markAtTheEndOfAPartIsNoLetter() {
    String text =
        """
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/html
        Content-Transfer-Encoding: quoted-printable

        <b>to-ann-shop-example@relay.test</b>=
        --b--
        """;
    assertThat(sent(text)).contains("\r\n\r\n<b>ann@shop=2Eexample</b>\r\n--b--");
  }
}
