package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyRepairTest {
  private static final String LONG_LINE = "x".repeat(2_000);
  private static final String MULTIPART =
      """
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: text/plain

      fine
      --b
      Content-Type: application/octet-stream; name=x
      Content-Transfer-Encoding: binary
      X-Kept: yes

      %s
      --b--
      """
          .replace("\n", "\r\n");

  private static Head head(String message) throws Exception {
    return HeaderReader.read(stream(message));
  }

  private static ByteArrayInputStream stream(String message) {
    return new ByteArrayInputStream(message.getBytes(ISO_8859_1));
  }

  private static byte[] body(String message) {
    return message.substring(message.indexOf("\r\n\r\n") + 4).getBytes(ISO_8859_1);
  }

  private static boolean isNeeded(String body) {
    return BodyRepair.isNeeded(body.getBytes(ISO_8859_1), 0);
  }

  @Test
  void ordinaryBodyNeedsNone() {
    assertThat(isNeeded("x".repeat(998) + "\r\n\u00e9\n")).isFalse();
  }

  @Test
  void nulBareCrAndLongLinesNeedIt() {
    assertThat(isNeeded("a\0b")).isTrue();
    assertThat(isNeeded("a\rb")).isTrue();
    assertThat(isNeeded("a\r")).isTrue();
    assertThat(isNeeded("x".repeat(999))).isTrue();
  }

  @Test
  void encodesTheOnePartAndKeepsEveryOtherByte() throws Exception {
    String message = MULTIPART.formatted("a\0b\rc" + LONG_LINE);
    BodyRepair repaired = BodyRepair.of(head(message), body(message));
    String text = new String(repaired.body(), ISO_8859_1);
    assertThat(repaired.content()).isEqualTo(NewContent.NONE);
    assertThat(text).startsWith("--b\r\nContent-Type: text/plain\r\n\r\nfine\r\n--b\r\n");
    assertThat(text).endsWith("\r\n--b--\r\n").contains("X-Kept: yes").doesNotContain("binary");
    assertThat(BodyRepair.isNeeded(repaired.body(), 0)).isFalse();
  }

  /** RFC 2046, section 5.1.1: a boundary does not end with white space. */
  @ParameterizedTest
  @ValueSource(strings = {"--b \r\n", "--b\r\n"})
  void findsPartsWhoseBoundaryIsWrittenWithABlank(String delimiter) throws Exception {
    String message =
        ("Content-Type: multipart/mixed; boundary=\"b \"\r\n\r\n"
                + "DELIMITER\r\n"
                + LONG_LINE
                + "\r\nDELIMITERContent-Type: application/pdf\r\n\r\nPDF\r\n--b-- \r\n")
            .replace("DELIMITER", delimiter);
    String repaired = new String(BodyRepair.of(head(message), body(message)).body(), ISO_8859_1);
    assertThat(repaired)
        .startsWith(delimiter + "Content-Transfer-Encoding: base64\r\n\r\n")
        .endsWith(delimiter + "Content-Type: application/pdf\r\n\r\nPDF\r\n--b-- \r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\n.%s\r\n", "a\n.\r\nb%s\r\n", "a\r\n.\nb%s\r\n"})
  void dividesLongLinesAndDotsBesideParts(String aside) throws Exception {
    String message = MULTIPART.formatted("fine") + aside.formatted(LONG_LINE);
    BodyRepair repaired = BodyRepair.of(head(message), body(message));
    assertThat(repaired.content()).isEqualTo(NewContent.NONE);
    assertThat(new String(repaired.body(), ISO_8859_1)).contains("\r\n\r\nfine\r\n--b--\r\n");
    assertThat(BodyRepair.isNeeded(repaired.body(), 0)).isFalse();
  }

  @Test
  void attachesWhatABoundaryBeyondAsciiDivides() throws Exception {
    String message =
        "Content-Type: multipart/mixed; boundary=\"\u00e9\"\r\n\r\n--\u00e9\r\n\r\nhi\r\n--\u00e9--\r\n";
    assertThat(BodyRepair.isNeeded(head(message), body(message), 0)).isTrue();
    BodyRepair attached = BodyRepair.of(head(message), body(message));
    assertThat(attached.content()).isEqualTo(AsAttachment.CONTENT);
    assertThat(attached.body()).isEqualTo(AsAttachment.of(head(message), body(message)));
  }

  @Test
  void secondParserReadsTheSameContent() throws Exception {
    String content = "a\0b\rc" + LONG_LINE;
    String message = MULTIPART.formatted(content);
    byte[] repaired = BodyRepair.of(head(message), body(message)).body();
    var read =
        new MimeMessage(
            Session.getInstance(new Properties()),
            stream(
                "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                    + new String(repaired, ISO_8859_1)));
    var part = (MimeBodyPart) ((MimeMultipart) read.getContent()).getBodyPart(1);
    assertThat(new String(part.getInputStream().readAllBytes(), ISO_8859_1)).isEqualTo(content);
  }

  @Test
  void encodesAMessageWithoutParts() throws Exception {
    String message = "Subject: x\r\n\r\n" + LONG_LINE + "\r\n";
    BodyRepair repaired = BodyRepair.of(head(message), body(message));
    assertThat(repaired.content()).isEqualTo(NewContent.encoded("base64"));
    assertThat(Base64.getMimeDecoder().decode(repaired.body()))
        .isEqualTo((LONG_LINE + "\r\n").getBytes(ISO_8859_1));
  }

  /** Some senders call text base64, and some readers see that and show it. */
  @Test
  void whatIsCalledBase64AndIsNoneKeepsItsLetters() throws Exception {
    String text = "h\u00e4llo w\u00f6rld = a line\r\nand more\n";
    String message = "Content-Transfer-Encoding: base64\r\n\r\n" + text + "a\0b\r" + LONG_LINE;

    byte[] repaired = BodyRepair.of(head(message), body(message)).body();

    String lines = new String(repaired, ISO_8859_1);
    assertThat(lines).startsWith(text + "ab");
    assertThat(lines.replace("\r\n", "")).endsWith(LONG_LINE);
    assertThat(BodyRepair.isNeeded(repaired, 0)).isFalse();
  }

  @Test
  void base64InLongLinesIsWrappedAnewAndNotEncodedTwice() throws Exception {
    // Cut off: no decoder of ours takes it, and some mail program may.
    String letters = "QUJD".repeat(500) + "Q";
    String message = "Content-Transfer-Encoding: base64\r\n\r\n" + letters;
    BodyRepair repaired = BodyRepair.of(head(message), body(message));
    assertThat(repaired.content()).isEqualTo(NewContent.encoded("base64"));
    List<String> lines = new String(repaired.body(), ISO_8859_1).lines().toList();
    assertThat(lines).allMatch(line -> line.length() <= 76);
    assertThat(String.join("", lines)).isEqualTo(letters);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: multipart/mixed; boundary=never",
        "Content-Type: multipart/mixed",
        "Content-Type: message/rfc822",
        "Content-Type: text/plain\r\nContent-Transfer-Encoding: x-uuencode",
      })
  void whatMustNotBecomeBase64IsAttached(String header) throws Exception {
    String message = header + "\r\n\r\n" + LONG_LINE + "\r\n";
    BodyRepair attached = BodyRepair.of(head(message), body(message));
    assertThat(attached.content()).isEqualTo(AsAttachment.CONTENT);
    assertThat(BodyRepair.isNeeded(attached.body(), 0)).isFalse();
    assertThat(BodyRepair.asItCame(head(message), body(message)))
        .isEqualTo(message.getBytes(ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: message/rfc822",
        "Content-Type: message/global; x=y",
        "Content-Type: message/rfc822\r\nContent-Description: LONG",
      })
  void forwardedMessageThatSesRefusesIsAttachedAlone(String header) throws Exception {
    String forwarded = "Subject: x\r\n\r\na\0b\r" + LONG_LINE + "\r\n";
    assertThat(attachedInPlaceOf(header.replace("LONG", LONG_LINE) + "\r\n\r\n" + forwarded))
        .isEqualTo(forwarded);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: multipart/signed; boundary=s\r\n\r\n--s\r\n\r\nLONG\r\n--s--",
        "Content-Type: multipart/encrypted\r\n\r\nLONG",
        "Content-Type: application/pkcs7-mime\r\n\r\nLONG",
        "Content-Type: message/delivery-status\r\n\r\nLONG",
        "Content-Type: text/plain\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\nLONG",
        "Content-Type: text/plain; name=LONG\r\n\r\nx",
        "Content-Type: text/plain\r\nContent-Description: a\0b\r\n\r\nx",
        "Content-Type: text/plain\r\nContent-Description: a\rb\r\n\r\nx",
        "\rfoo\r\nthe rest",
        "Content-Transfer-Encoding: base64\r\n\r\nQUJD\r\n--b\0--",
        "From the desk of Ann\r\nContent-Type: text/plain\r\n\r\nLONG",
        "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\nLONG",
      })
  void partThatMustNotBeChangedIsAttachedAlone(String written) throws Exception {
    String part = written.replace("LONG", LONG_LINE);
    assertThat(attachedInPlaceOf(part)).isEqualTo(part);
  }

  @Test
  void messageWithoutATypeInADigestIsAttachedAlone() throws Exception {
    String forwarded = "Subject: x\r\n\r\n" + LONG_LINE;
    String message =
        "Content-Type: multipart/digest; boundary=b\r\n\r\n--b\r\n\r\n"
            + forwarded
            + "\r\n--b--\r\n";
    BodyRepair repaired = BodyRepair.of(head(message), body(message));
    assertThat(repaired.content()).isEqualTo(NewContent.NONE);
    assertThat(decoded(repaired, message, 0)).isEqualTo(forwarded);
  }

  /** What a second parser finds in place of that part, beside which every byte stays. */
  private static String attachedInPlaceOf(String part) throws Exception {
    String before = "--b\r\nContent-Type: text/plain\r\n\r\nfine \r\n--b\r\n";
    String behind = "\r\n--b\r\nContent-Type: image/png\r\n\r\nfine, too\r\n--b--\r\n";
    String message = "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + before + part + behind;
    BodyRepair repaired = BodyRepair.of(head(message), body(message));
    assertThat(repaired.content()).isEqualTo(NewContent.NONE);
    assertThat(BodyRepair.isNeeded(repaired.body(), 0)).isFalse();
    String text = new String(repaired.body(), ISO_8859_1);
    assertThat(text).startsWith(before).endsWith(behind).contains("filename=\"message.eml\"");
    return decoded(repaired, message, 1);
  }

  private static String decoded(BodyRepair repaired, String message, int index) throws Exception {
    String header = message.substring(0, message.indexOf("\r\n\r\n") + 4);
    var read =
        new MimeMessage(
            Session.getInstance(new Properties()),
            stream(header + new String(repaired.body(), ISO_8859_1)));
    var part = (MimeBodyPart) ((MimeMultipart) read.getContent()).getBodyPart(index);
    return new String(part.getInputStream().readAllBytes(), ISO_8859_1);
  }

  @Test
  void longLineInTheHeaderOfAPartIsFolded() throws Exception {
    String words = "a word ".repeat(200);
    String message =
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nX-Kept:  as it is\r\n"
            + "Content-Description: "
            + words
            + "\r\nContent-Type: text/plain\r\n\r\nfine \r\n--b--\r\n";
    BodyRepair repaired = BodyRepair.of(head(message), body(message));
    assertThat(repaired.content()).isEqualTo(NewContent.NONE);
    assertThat(BodyRepair.isNeeded(repaired.body(), 0)).isFalse();
    String text = new String(repaired.body(), ISO_8859_1);
    assertThat(text)
        .startsWith("--b\r\nX-Kept:  as it is\r\nContent-Description: a word")
        .endsWith("\r\nContent-Type: text/plain\r\n\r\nfine \r\n--b--\r\n");
    assertThat(text.replace("\r\n ", " ")).contains("Content-Description: " + words.strip());
  }

  @Test
  void signedPartThatSesRefusesIsAttachedAsItCame() throws Exception {
    String message = MULTIPART.formatted(LONG_LINE).replace("multipart/mixed", "multipart/signed");
    BodyRepair attached = BodyRepair.of(head(message), body(message));
    assertThat(BodyRepair.isNeeded(attached.body(), 0)).isFalse();
    var read =
        new MimeMessage(
            Session.getInstance(new Properties()),
            stream(
                "Content-Type: "
                    + attached.content().type()
                    + "\r\n\r\n"
                    + new String(attached.body(), ISO_8859_1)));
    var original = (MimeBodyPart) ((MimeMultipart) read.getContent()).getBodyPart(1);
    assertThat(original.getInputStream().readAllBytes()).isEqualTo(message.getBytes(ISO_8859_1));
  }

  @Test
  void neverTouchesSignedPartsBesideAPartThatItEncodes() throws Exception {
    String signed =
        "--b\r\nContent-Type: multipart/signed; boundary=s\r\n\r\n--s\r\n\r\nx \r\n--s--\r\n";
    String message = MULTIPART.formatted(LONG_LINE).replaceFirst("--b\r\n", signed + "--b\r\n");
    BodyRepair repaired = BodyRepair.of(head(message), body(message));
    assertThat(repaired.content()).isEqualTo(NewContent.NONE);
    assertThat(new String(repaired.body(), ISO_8859_1)).contains(signed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ab\\0c\\rd | abcd",
        "a line\\r | a line",
        "\\0 | ''",
        "LONG | FIRST\\r\\n REST",
        "--LONG | --FIRST-2\\r\\n REST+2",
      })
  void whatStandsBeforeAndBehindThePartsIsMendedWithoutThem(String line, String mended)
      throws Exception {
    String inner =
        "Content-Type: multipart/related; boundary=i\r\n\r\n%2$s--i\r\n\r\nx \r\n--i--\r\n%2$s";
    String message =
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n%2$s--b\r\n"
            + inner
            + "--b--\r\n%2$s%1$s";
    String bad = unescaped(line);
    String good = unescaped(mended);
    BodyRepair repaired =
        BodyRepair.of(head(message), body(message.formatted(bad, "fine\n" + bad + "\r\n")));
    assertThat(repaired.content()).isEqualTo(NewContent.NONE);
    assertThat(repaired.body()).isEqualTo(body(message.formatted(good, "fine\n" + good + "\r\n")));
  }

  private static String unescaped(String text) {
    return text.replace("\\0", "\0")
        .replace("\\r", "\r")
        .replace("\\n", "\n")
        .replace("LONG", LONG_LINE)
        .replace("FIRST-2", "x".repeat(996))
        .replace("FIRST", "x".repeat(998))
        .replace("REST+2", "x".repeat(997) + "\r\n " + "x".repeat(7))
        .replace("REST", "x".repeat(997) + "\r\n " + "x".repeat(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--b\0",
        "-\0-\0b and more",
        "a\r--b",
        "--\rb",
        "--b and more\0",
        "\0--i--",
      })
  void aLineThereThatSomebodyMightTakeForABoundaryStays(String line) throws Exception {
    String message =
        """
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: multipart/related; boundary=i

        --i

        x
        --i--
        %s
        --b--
        """
            .replace("\n", "\r\n")
            .formatted(line);
    assertThat(BodyRepair.of(head(message), body(message)).content())
        .isEqualTo(AsAttachment.CONTENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"multipart/signed", "multipart/encrypted"})
  void whatStandsBesideSignedPartsStays(String type) throws Exception {
    String message =
        "Content-Type: " + type + "; boundary=b\r\n\r\na\0b\r\n--b\r\n\r\nx\r\n--b--\r\n";
    assertThat(BodyRepair.of(head(message), body(message)).content())
        .isEqualTo(AsAttachment.CONTENT);
  }

  @Test
  void aLineThatEndsAHeaderDoesNotBecomeOneOfIt() throws Exception {
    String message =
        """
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: multipart/related; boundary=i
        Content-\0Transfer-Encoding base64\0
        --i

        x
        --i--
        --b--
        """
            .replace("\n", "\r\n");
    assertThat(BodyRepair.of(head(message), body(message)).content())
        .isEqualTo(AsAttachment.CONTENT);
  }
}
