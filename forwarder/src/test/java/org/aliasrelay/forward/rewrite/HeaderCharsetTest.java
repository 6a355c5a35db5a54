package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Base64;
import org.aliasrelay.alias.contract.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and subjects in charsets that are called by the name of a smaller one, or not at all. */
class HeaderCharsetTest {
  @ParameterizedTest
  @CsvSource({
    "gb2312, GBK, \u6731\u9555\u57fa",
    "euc-kr, x-windows-949, \ub620\uac01",
    "ks_c_5601-1987, x-windows-949, \ub620",
    "shift_jis, windows-31j, \u9ad9\u6a4b\u2460",
    "iso-2022-jp, x-windows-iso2022jp, \u3231",
    "big5, Big5-HKSCS, \u561e",
    "iso-8859-1, windows-1252, \u201cquoted\u201d \u20ac",
    "us-ascii, windows-1252, caf\u00e9",
  })
  void encodedWordIsReadInTheLargerCharsetThatIsMeant(String label, String charset, String text) {
    byte[] octets = text.getBytes(Charset.forName(charset));
    String word = "=?" + label + "?B?" + Base64.getEncoder().encodeToString(octets) + "?=";

    assertThat(EncodedWords.decode(word)).isEqualTo(text);
  }

  @Test
  void octetsWithoutACharsetAreWindows1252() throws Exception {
    assertThat(subject("Sale \u2013 50 \u20ac".getBytes(Charset.forName("windows-1252"))))
        .isEqualTo("Sale \u2013 50 \u20ac");
  }

  @Test
  void utf8WithALetterCutInTwoIsUtf8() throws Exception {
    String text = "\u041f\u0440\u0438\u0432\u0435\u0442";
    byte[] whole = text.getBytes(UTF_8);
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);

    assertThat(subject(cut)).startsWith(text.substring(0, 5));
  }

  /** Its octets are ASCII, and the address must be found behind them. */
  @Test
  void bareIso2022JpIsReadAndAnswered() throws Exception {
    Charset japanese = Charset.forName("ISO-2022-JP");
    var message = new ByteArrayOutputStream();
    message.writeBytes("From: ".getBytes(US_ASCII));
    message.writeBytes("\u3053\u306b\u3061\u306f".getBytes(japanese));
    message.writeBytes(" <bob@shop.example>\r\n\r\n".getBytes(US_ASCII));

    People people = People.in(read(message.toByteArray()));

    assertThat(people.fromAddresses()).containsExactly(EmailAddress.of("bob@shop.example"));
    assertThat(people.author().orElseThrow().display())
        .isEqualTo("\u3053\u306b\u3061\u306f (bob@shop.example)");
  }

  private static String subject(byte[] octets) throws Exception {
    var message = new ByteArrayOutputStream();
    message.writeBytes("Subject: ".getBytes(US_ASCII));
    message.writeBytes(octets);
    message.writeBytes("\r\n\r\n".getBytes(US_ASCII));
    return read(message.toByteArray()).fields().getFirst().value();
  }

  private static Head read(byte[] message) throws Exception {
    return HeaderReader.read(new ByteArrayInputStream(message));
  }
}
