package org.aliasrelay.forward.wish;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.aliasrelay.forward.wish.Mails.BANNER;
import static org.aliasrelay.forward.wish.Mails.LINE;
import static org.aliasrelay.forward.wish.Mails.TRACKERS;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.aliasrelay.alias.contract.BodyWishes;
import org.aliasrelay.forward.rewrite.HeaderReader;
import org.aliasrelay.forward.rewrite.Plans;

/** What must hold for any mail whatever, as a second parser reads it. */
class WishesProperties {
  private static MimeMessage read(byte[] message) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(message));
  }

  private static MimeMessage message(String text, String charset, String encoding)
      throws Exception {
    MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
    message.setText(text, charset);
    message.setHeader("Content-Transfer-Encoding", encoding);
    message.saveChanges();
    return message;
  }

  private static byte[] bytes(MimeMessage message) throws Exception {
    var out = new ByteArrayOutputStream();
    message.writeTo(out);
    return out.toByteArray();
  }

  private static byte[] fulfilled(BodyWishes wishes, byte[] message) throws Exception {
    var head = HeaderReader.read(new ByteArrayInputStream(message));
    int start = head.bodyOffset();
    byte[] header = Arrays.copyOf(message, start);
    byte[] stored = Arrays.copyOfRange(message, start, message.length);
    byte[] body = new Wishes(wishes, Plans.ALIAS, TRACKERS).fulfil(head, stored).bytes();
    var out = new ByteArrayOutputStream();
    out.writeBytes(header);
    out.writeBytes(body);
    return out.toByteArray();
  }

  @Property(tries = 200)
  void theTextFollowsTheLine(
      @ForAll("texts") String text,
      @ForAll("charsets") String charset,
      @ForAll("encodings") String encoding)
      throws Exception {
    String held = Charset.forName(charset).newEncoder().canEncode(text) ? text : "ascii\r\n";
    byte[] message = bytes(message(held, charset, encoding));
    String before = (String) read(message).getContent();
    String after = (String) read(fulfilled(BANNER, message)).getContent();
    assertThat(after).isEqualTo(LINE + LineEnd.in(before).repeat(2) + before);
  }

  @Property(tries = 200)
  void anyBytesAreReadAndKeptIfNothingIsWished(@ForAll("anything") String message)
      throws Exception {
    byte[] bytes = message.getBytes(ISO_8859_1);
    assertThat(fulfilled(BodyWishes.NONE, bytes)).isEqualTo(bytes);
  }

  @Property(tries = 200)
  void anyBytesAreReadAndNothingIsWrittenTwice(@ForAll("anything") String message)
      throws Exception {
    byte[] bytes = message.getBytes(ISO_8859_1);
    String changed = new String(fulfilled(BANNER, bytes), ISO_8859_1);
    assertThat(changed.split(LINE, -1).length - 1).isBetween(0, 2);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "word ", "\r\n", " \r\n", "\t", "=", ".\r\n", "From x\r\n", "é", "漢字", "ü=\r\n", "--")
        .list()
        .ofMaxSize(40)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> charsets() {
    return Arbitraries.of("utf-8", "iso-8859-1", "windows-1252", "gb18030", "euc-jp");
  }

  @Provide
  Arbitrary<String> encodings() {
    return Arbitraries.of("8bit", "base64", "quoted-printable");
  }

  /** Pieces of messages in an order that nobody writes. */
  @Provide
  Arbitrary<String> anything() {
    Arbitrary<String> type =
        Arbitraries.of(
            "text/plain",
            "text/html; charset=utf-8",
            "multipart/alternative; boundary=b",
            "multipart/mixed; boundary=bb",
            "multipart/signed; boundary=b",
            "message/rfc822");
    Arbitrary<String> header = type.map(value -> "Content-Type: " + value + "\r\n\r\n");
    Arbitrary<String> piece =
        Arbitraries.oneOf(
            header,
            Arbitraries.of(
                "--b\r\n", "--bb\r\n", "--b--\r\n", "\r\n", "text\r\n", "<p>", "\0", "\r"));
    return Combinators.combine(header, piece.list().ofMaxSize(30))
        .as((first, rest) -> first + String.join("", rest));
  }
}
