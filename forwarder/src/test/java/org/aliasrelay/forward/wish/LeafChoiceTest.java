package org.aliasrelay.forward.wish;

import static org.aliasrelay.forward.wish.Mails.BOTH;
import static org.aliasrelay.forward.wish.Mails.LINE;
import static org.aliasrelay.forward.wish.Mails.body;
import static org.aliasrelay.forward.wish.Mails.mail;
import static org.aliasrelay.forward.wish.Mails.wished;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which leaves may be changed. */
class LeafChoiceTest {
  private static final String PIXEL = "<img src=\"https://t.example/p\">";
  private static final String PLAIN = "Content-Type: text/plain\n\nplain\n";
  private static final String HTML = "Content-Type: text/html\n\n<p>html</p>" + PIXEL + "\n";

  private static String multipart(String subtype, String boundary, String... parts) {
    return "Content-Type: multipart/%s; boundary=%s\n\n--%s\n"
            .formatted(subtype, boundary, boundary)
        + String.join("--" + boundary + "\n", parts)
        + "--"
        + boundary
        + "--\n";
  }

  private static int banners(String text) {
    return text.split(LINE, -1).length - 1;
  }

  @Test
  void aMailWithoutATypeIsPlainText() throws Exception {
    assertThat(wished(BOTH, mail("Subject: x\n\nhi\n"))).isEqualTo(LINE + "\r\n\r\nhi\r\n");
  }

  @Test
  void bothLeavesOfTheFirstAlternativeAreChanged() throws Exception {
    String changed =
        wished(
            BOTH, mail(multipart("mixed", "m", multipart("alternative", "a", PLAIN, HTML), PLAIN)));
    assertThat(banners(changed)).isEqualTo(2);
    assertThat(changed).doesNotContain("t.example").endsWith("--m\r\n" + mail(PLAIN) + "--m--\r\n");
  }

  @Test
  void theOrderOfAnAlternativeDoesNotMatter() throws Exception {
    assertThat(banners(wished(BOTH, mail(multipart("alternative", "a", HTML, PLAIN)))))
        .isEqualTo(2);
  }

  @Test
  void htmlWithPicturesOfItsOwnIsStillPartOfThePair() throws Exception {
    String related = multipart("related", "r", HTML, "Content-Type: image/gif\n\nGIF\n");
    assertThat(banners(wished(BOTH, mail(multipart("alternative", "a", PLAIN, related)))))
        .isEqualTo(2);
  }

  static Stream<String> untouched() {
    String signature = "Content-Type: application/pgp-signature\n\nx\n";
    String attached = PLAIN.replace("\n\n", "\nContent-Disposition: attachment\n\n");
    String named = PLAIN.replace("\n\n", "\nContent-Disposition: inline; filename=a.txt\n\n");
    String armoured = PLAIN.replace("\n\nplain", "\n\n-----BEGIN PGP SIGNED MESSAGE-----");
    return Stream.of(
        multipart("signed", "s", HTML, signature),
        multipart("mixed", "m", multipart("signed", "s", HTML, signature), PLAIN),
        multipart("signed", "s", multipart("alternative", "a", PLAIN, HTML), signature),
        multipart("encrypted", "e", PLAIN, PLAIN),
        "Content-Type: application/pkcs7-mime\n\nplain\n",
        multipart("mixed", "m", "Content-Type: message/rfc822\n\n" + PLAIN),
        multipart("alternative", "a", armoured, HTML),
        multipart("mixed", "m", attached, HTML),
        multipart("mixed", "m", named, HTML),
        multipart("mixed", "m", "Content-Type: image/gif\n\nGIF\n", PLAIN),
        multipart("report", "r", PLAIN, "Content-Type: message/delivery-status\n\nx\n"),
        multipart("digest", "d", PLAIN, HTML),
        "Content-Type: text/calendar\n\nBEGIN:VCALENDAR\n",
        "Content-Type: text/plain\nContent-Type: text/html\n\nplain\n",
        "Content-Type: text/plain\nContent-Transfer-Encoding: x-uuencode\n\nplain\n",
        "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nno base64!\n",
        "Content-Type: text/plain; charset=x-none\n\nplain\n",
        "Content-Type: text/plain\n\nb\u00e9yond\n",
        "Content-Type: text/plain; charset=utf-8\n\nnot utf-8: \u00e9\n",
        "Content-Type: nonsense\n\nplain\n");
  }

  @ParameterizedTest
  @MethodSource("untouched")
  void isLeftAlone(String message) throws Exception {
    assertThat(wished(BOTH, mail(message))).isEqualTo(body(mail(message)));
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 51})
  void deeperThanOneShouldLookIsUntouched(int depth) throws Exception {
    String message = PLAIN;
    for (int i = 0; i < depth; i++) {
      message = multipart("mixed", "b" + i + "x", message);
    }
    assertThat(banners(wished(BOTH, mail(message)))).isEqualTo(depth <= 50 ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {499, 501})
  void moreThanOneShouldLookAtIsUntouched(int parts) throws Exception {
    String message =
        multipart("mixed", "m", Stream.generate(() -> PLAIN).limit(parts).toArray(String[]::new));
    assertThat(banners(wished(BOTH, mail(message)))).isEqualTo(parts < 500 ? 1 : 0);
  }
}
