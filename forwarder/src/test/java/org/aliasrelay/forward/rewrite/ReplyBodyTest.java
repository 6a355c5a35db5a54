package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which parts are looked into for the owner's address. */
class ReplyBodyTest {
  private static final String TEXT = "I am ada@mailbox.test\r\n";

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "text/x-new", "tezt/plain", "multipart/mixed", "x/y"})
  void whatMayBeShownAsText(String type) throws Exception {
    assertThat(cleaned(type)).doesNotContain("ada@").contains(Plans.ALIAS.value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/pgp; format=text; x-action=sign",
        "application/xhtml+xml",
        "application/calendar+json",
        "application/calendar+xml",
        "application/vcard+json",
        "application/vcard+xml",
      })
  void whatIsTextInSpiteOfItsType(String type) throws Exception {
    assertThat(cleaned(type)).doesNotContain("ada@").contains(Plans.ALIAS.value());
  }

  /** As mutt signs in its traditional mode. */
  @Test
  void whatIsSignedInSpiteOfItsType() throws Exception {
    String type = "application/pgp; format=text; x-action=sign";
    String signed = "-----BEGIN PGP SIGNED MESSAGE-----\r\n\r\n";
    assertThat(cleaned(type, signed + TEXT)).isEqualTo("refused");
    assertThat(cleaned(type, signed + "Hi\r\n")).isEqualTo(signed + "Hi\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/pdf", "image/png", "audio/ogg", "video/mp4", "font/woff"})
  void butNoDocument(String type) throws Exception {
    assertThat(cleaned(type)).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/ms-tnef", "application/pgp-keys"})
  void whatNamesPeopleAndCannotBeChanged(String type) throws Exception {
    assertThat(cleaned(type)).isEqualTo("refused");
  }

  /** RFC 2046, section 5.1.5. */
  @Test
  void whatHasNoTypeInADigestIsAMessage() throws Exception {
    String digest =
        """
        --b

        Content-Transfer-Encoding: quoted-printable

        I am ada=40mail=
        box.test
        --b--
        """
            .replace("\n", "\r\n");
    assertThat(cleaned("multipart/digest; boundary=b", digest))
        .contains("I am k7m2p9@relay=2Etest");
  }

  private static String cleaned(String type) throws Exception {
    return cleaned(type, TEXT);
  }

  private static String cleaned(String type, String body) throws Exception {
    Head head = Heads.of("Content-Type: " + type + "\r\n\r\n");
    var primary = new PrimaryAddress(Plans.PRIMARY, Plans.ALIAS);
    return ReplyBody.without(primary, ReverseNames.NONE, head, body.getBytes(US_ASCII))
            instanceof ReplyBody.Clean(byte[] bytes)
        ? new String(bytes, US_ASCII)
        : "refused";
  }
}
