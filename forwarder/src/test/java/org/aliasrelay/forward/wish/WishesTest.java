package org.aliasrelay.forward.wish;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.aliasrelay.forward.wish.Mails.BANNER;
import static org.aliasrelay.forward.wish.Mails.BOTH;
import static org.aliasrelay.forward.wish.Mails.LINE;
import static org.aliasrelay.forward.wish.Mails.NO_TRACKERS;
import static org.aliasrelay.forward.wish.Mails.body;
import static org.aliasrelay.forward.wish.Mails.fulfilled;
import static org.aliasrelay.forward.wish.Mails.mail;
import static org.aliasrelay.forward.wish.Mails.wished;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.aliasrelay.alias.contract.BodyWishes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WishesTest {
  private static final String HTML = "Content-Type: text/html; charset=utf-8\n";
  private static final String PIXEL = "<img src=\"https://t.example/p\">";

  @ParameterizedTest
  @CsvSource({
    "en,Message for",
    "de-AT,Nachricht an",
    "fr,Message pour",
    "es,Mensaje para",
    "tlh,Message for"
  })
  void theLineIsInTheOwnersLanguage(String language, String start) throws Exception {
    assertThat(wished(new BodyWishes(true, false, language), mail("A: b\n\nhi\n")))
        .startsWith(start + " k7m2p9@relay.test, ");
  }

  @Test
  void theLineHasTheLineEndOfTheText() throws Exception {
    assertThat(wished(BANNER, "A: b\r\n\r\nhi\n")).isEqualTo(LINE + "\n\nhi\n");
  }

  @Test
  void nothingToChangeKeepsTheVeryArray() throws Exception {
    String message =
        mail(HTML + "Content-Transfer-Encoding: quoted-printable\n\n<p>=C3=bc =\n</p>\n");
    assertThat(wished(NO_TRACKERS, message)).isEqualTo(body(message));
    assertThat(fulfilled(NO_TRACKERS, message).trackersRemoved()).isZero();
  }

  @Test
  void countsTheTrackersThatItTookOut() throws Exception {
    assertThat(fulfilled(BOTH, mail(HTML + "\n" + PIXEL + "<b>" + PIXEL + "\n")).trackersRemoved())
        .isEqualTo(2);
  }

  @Test
  void countsNothingWhereTheTextMustStay() throws Exception {
    String message = mail(HTML + "\n" + PIXEL + "\u00e9\n");
    assertThat(fulfilled(BOTH, message).trackersRemoved()).isZero();
    assertThat(wished(BOTH, message)).isEqualTo(body(message));
  }

  @Test
  void base64StaysBase64() throws Exception {
    String text = "<p>Gr\u00fc\u00dfe</p>" + PIXEL;
    String encoded = Base64.getMimeEncoder().encodeToString(text.getBytes(UTF_8));
    String changed =
        wished(NO_TRACKERS, mail(HTML + "Content-Transfer-Encoding: base64\n\n" + encoded + "\n"));
    assertThat(new String(Base64.getMimeDecoder().decode(changed), UTF_8))
        .isEqualTo("<p>Gr\u00fc\u00dfe</p><!---->");
  }

  @Test
  void whatIsNoLineEndBecomesNone() throws Exception {
    String message =
        mail(
            "Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n"
                + "one =C3=A9\nhi =0Dyou =0A--=20\nlast");
    assertThat(wished(BANNER, message)).contains("=0D", "=0A").endsWith("\r\nlast");
  }

  @Test
  void aByteOrderMarkStaysTheFirst() throws Exception {
    String mark = new String("\ufeff".getBytes(UTF_8), ISO_8859_1);
    assertThat(wished(BANNER, mail("Content-Type: text/plain; charset=utf-8\n\n" + mark + "hi\n")))
        .startsWith(mark + LINE);
    assertThat(wished(BANNER, mail(HTML + "\n" + mark + "<p>hi</p>\n")))
        .startsWith(mark + "\r\n<p ");
  }

  @Test
  void aCharsetThatHoldsMoreThanOneSpellingComesBackAsItWas() throws Exception {
    String message = mail("Content-Type: text/plain; charset=iso-2022-jp\n\n\u001b(B\u001b(Bhi\n");
    assertThat(wished(BANNER, message)).isEqualTo(body(message));
  }

  @Test
  void noNewLineIsReadAsTheEndOfThePart() throws Exception {
    String message =
        mail(
            """
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/html

            <body>--b--
            --b--
            """);
    assertThat(wished(BANNER, message)).isEqualTo(body(message));
  }

  @Test
  void theLineStandsRightAfterTheBodyTag() throws Exception {
    String head = "<!DOCTYPE html><html><head><title><body></title></head>";
    assertThat(wished(BANNER, mail(HTML + "\n" + head + "<body class='x>y'><p>hi</p>")))
        .contains(
            "<body class='x>y'>\r\n<p lang=\"en\" style=\"margin:0 0 1em;font-size:small\">"
                + LINE
                + "</p>\r\n<p>hi");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><head><style>p{}</style></head>|<p>hi",
        "<html>|<p>hi",
        "<!DOCTYPE html>|<p>hi",
        "|<!--<body>--><p>hi"
      })
  void withoutABodyTagItStandsWhereTheBodyBegins(String html) throws Exception {
    String before = html.substring(0, html.indexOf('|'));
    assertThat(wished(BANNER, mail(HTML + "\n" + html.replace("|", ""))))
        .startsWith(before + "\r\n<p lang=\"en\"");
  }

  @Test
  void aLineOfFullLengthIsNotMadeLonger() throws Exception {
    String message = mail(HTML + "\n<body>" + "x".repeat(992) + "\n");
    assertThat(wished(BANNER, message).lines()).allMatch(line -> line.length() <= 998);
  }
}
