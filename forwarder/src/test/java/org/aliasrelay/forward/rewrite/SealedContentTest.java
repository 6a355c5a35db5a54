package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is signed, and packed so that the address cannot be seen. The messages of OpenPGP were made
 * by GnuPG 2.2 with {@code gpg -a --sign}, the object of S/MIME by OpenSSL 3.0.
 */
class SealedContentTest {
  private static final String REFUSED = "WOULD_REVEAL_OWNER";
  private static final String TEXT = "I am ada@mailbox.test, see you.";

  /** "I am ada@mailbox.test, see you." */
  private static final String ZIP =
      """
      -----BEGIN PGP MESSAGE-----

      owGbwMvMwCGmPunsG1trq82Mp9WSGLK57m30VEjMVUhMSXTITczMScqv0CtJLS7R
      UShOTVWozC/V4+ooZWEQ42CQFVNkEU4KmPz2t6HDp48XeWHmsDKBDGHg4hSAicRl
      MjK068h/s3PSlWMQ4vJr/NegkDj/bf6LmacDWBbyxL9IONHGyPCe3zTDly0gyyNG
      8iH/Ge1/5pdf89l4vNh/Ou/sv0yeTm4A
      =4tU2
      -----END PGP MESSAGE-----
      """;

  /** The same. */
  private static final String ZLIB =
      """
      -----BEGIN PGP MESSAGE-----

      owJ4nJvAy8zAIaY+6ewbW2urzYyn1ZIYsrnubfRUSMxVSExJdMhNzMxJyq/QK0kt
      LtFRKE5NVajML9Xj6ihlYRDjYJAVU2QRTgqY/Pa3ocOnjxd5YeawMoEMYeDiFICJ
      xGUyMrTryH+zc9KVYxDi8mv816CQOP9t/ouZpwNYFvLEv0g40cbI8J7fNMOXLSDL
      I0byIf8Z7X/ml1/z2Xi82H867+y/TJ5ObgDhOkGQ
      =8QTv
      -----END PGP MESSAGE-----
      """;

  /** The same. */
  private static final String BZIP2 =
      """
      -----BEGIN PGP MESSAGE-----

      owNCWmg2MUFZJlNZ6W1R8wAAQP///3/ZI+GPIp9QY0AF9n+OYGHgWCCgACgAgE4o
      ASBOsQkgAJVHekAAADQAGgBkaAA0GgD0QAAfpQqRhA0PU0aNGhoAAAANADQBkDTR
      k0AKi9IaWGQLiCRJWaHXHrQXRbA2VgBsSDuTVXVOJgMJZp4tOmgfvFzmdCotLqnu
      QlDCsTELGKx8ETYgiPPaGaXet6q+H6lmMKUI5U3ZnGRrSOIx6al8ZEzqZ8dhDlU7
      AHD0XDEhI8hHpxeL4BMQZTj59WfIi31YoHf1AqAAgCCSd+mAvJ/F3JFOFCQ6W1R8
      wA==
      =83Vz
      -----END PGP MESSAGE-----
      """;

  /** The same, for whoever knows a password. */
  private static final String ENCIPHERED =
      """
      -----BEGIN PGP MESSAGE-----

      jA0ECQMCdk7DkIQ+Y+P/0lUB9GNSSeSTI8O6z7Kd9XDcrSZTuKf/KavyUfEiqi+8
      23HI7ttD4S1PgxiiADlWIKVRvVEY2pWkKizSIfGSi/M53y4XQjxAGqlHuxs7od2a
      512ob2Ia
      =zQ6D
      -----END PGP MESSAGE-----
      """;

  /** The same as an entity in Base64. */
  private static final String BASE64 =
      """
      -----BEGIN PGP MESSAGE-----

      owGbwMvMwCGmPunsG1trq82Mp4uTGLK57m1xzs8rSc0r0Q2pLEi1UihJrSjRL8hJ
      zMzj5YLLFCXmFaelFum65iXnp2TmpVspJCUWp5qZ8HLxcgUHO2UkAXGUu5tjUrhb
      QZK7V1mqs6lBVISfgY+zU1VUeGh6ariloU96vi0vV0cpC4MYB4OsmCKLcFLA5Le/
      DR0+fbzIC3MUKxPIRQxcnAIwETUFRoa7vF+lUsVeCVZtNDufayap6LdYYwFzzYUN
      59fnzJPw7fvJyHDmZcQWdaNlhlnlS+aGLHMzfv1xocfGhlUt398e2XP5eCgLAA==
      =8abr
      -----END PGP MESSAGE-----
      """;

  /** "I am nobody, see you." */
  private static final String UNNAMED =
      """
      -----BEGIN PGP MESSAGE-----

      owGbwMvMwCGmPunsG1trq82Mp2WSGLK57m30VEjMVcjLT8pPqdRRKE5NVajML9Xj
      6ihlYRDjYJAVU2QRTgqY/Pa3ocOnjxd5YbpZmUBaGbg4BWAiejcZGf6urd+dIPvn
      qHzvjUzVapMVX899fqYmInG+TWp35XShvJ+MDNfZDyo4TS6eeqnd2ivtj9zr0to6
      9Rcu4rH+q4Nz7d3v8AEA
      =xgWP
      -----END PGP MESSAGE-----
      """;

  /** The same, in Base64, by S/MIME. */
  private static final String SIGNED =
      """
      MIICDAYJKoZIhvcNAQcCoIIB/TCCAfkCAQExDTALBglghkgBZQMEAgEwbAYJKoZIhvcNAQcBoF8E
      XUNvbnRlbnQtVHlwZTogdGV4dC9wbGFpbg0KQ29udGVudC1UcmFuc2Zlci1FbmNvZGluZzogYmFz
      ZTY0DQoNClNTQmhiU0JoWkdGQWJXRnBiR0p2ZUM1MFpYTjANCjGCAXUwggFxAgEBMCQwDDEKMAgG
      A1UEAwwBeAIUDyWWAh85+CC6euAhtOjyn9FfKuEwCwYJYIZIAWUDBAIBoIHkMBgGCSqGSIb3DQEJ
      AzELBgkqhkiG9w0BBwEwHAYJKoZIhvcNAQkFMQ8XDTI2MTEyODE0MDEyNVowLwYJKoZIhvcNAQkE
      MSIEIM3CEvhjbVdhgKWRrrDsMOqhTtfd2Cf0SX+ha2YhW4LWMHkGCSqGSIb3DQEJDzFsMGowCwYJ
      YIZIAWUDBAEqMAsGCWCGSAFlAwQBFjALBglghkgBZQMEAQIwCgYIKoZIhvcNAwcwDgYIKoZIhvcN
      AwICAgCAMA0GCCqGSIb3DQMCAgFAMAcGBSsOAwIHMA0GCCqGSIb3DQMCAgEoMAoGCCqGSM49BAMC
      BEYwRAIgQQux+CCRs0u3wKaWcKV9XKVq+qNoIggsj7rUmgmIGvACIE4aDsXZ4PM7twEgJHMgHI3s
      5r3Grn0icoXzwbidnJ1C
      """;

  @ParameterizedTest
  @ValueSource(strings = {ZIP, ZLIB, BZIP2, BASE64})
  void whatIsSignedAndCompressedIsRefused(String message) {
    assertThat(sent("\nHi\n" + message)).isEqualTo(REFUSED);
    assertThat(sent(attached("application/octet-stream; name=message.asc", message)))
        .isEqualTo(REFUSED);
    assertThat(sent(attached("application/pgp-encrypted", message))).isEqualTo(REFUSED);
    assertThat(sent(enciphered(message))).isEqualTo(REFUSED);
  }

  @Test
  void tagsDoNotHideIt() {
    String html = "Content-Type: text/html\n\n<pre>%s</pre>\n";
    assertThat(sent(html.formatted(ZIP.replace("\n", "<br>\n")))).isEqualTo(REFUSED);
    assertThat(sent(html.formatted(ZIP.replace("\n", "<br>")))).isEqualTo(REFUSED);
    assertThat(sent(html.formatted(UNNAMED))).contains("<pre>-----BEGIN");
  }

  @ParameterizedTest
  @ValueSource(strings = {UNNAMED, ENCIPHERED})
  void butNotWhatDoesNotNameTheOwnerOrCannotBeRead(String message) {
    assertThat(sent("\nHi\n" + message)).contains(message.replace("\n", "\r\n"));
    assertThat(sent(attached("application/octet-stream; name=message.asc", message)))
        .contains(message.replace("\n", "\r\n"));
    assertThat(sent(enciphered(message))).contains(message.replace("\n", "\r\n"));
  }

  @Test
  void armorMayBeLeftOut() {
    String type = "application/octet-stream; name=\"a.gpg\"\nContent-Transfer-Encoding: base64";
    assertThat(sent(attached(type, withoutArmor(ZIP)))).isEqualTo(REFUSED);
    assertThat(sent(enciphered("base64", withoutArmor(ZIP)))).isEqualTo(REFUSED);
    assertThat(sent(attached(type, withoutArmor(UNNAMED)))).contains(withoutArmor(UNNAMED).trim());
    String document = "application/octet-stream; name=a.bin\nContent-Transfer-Encoding: base64";
    assertThat(sent(attached(document, withoutArmor(ZIP)))).contains("a.bin");
  }

  private static String withoutArmor(String message) {
    return message.replaceAll("(?m)^(?:-.*|=.*|)$", "").strip().replace("\n", "\r\n");
  }

  /** The lengths of pieces stand between them (RFC 9580, section 4.2.1.4). */
  @Test
  void piecesOfAMessageAreReadTogether() {
    // A piece of sixteen octets, and the last of as many as "G" is in ASCII.
    String pieces = "\u00cb\u00e4b\0\0\0\0\0I am ada@mGailbox.test" + "!".repeat('G' - 11);
    assertThat(sent("\n" + armored(pieces))).isEqualTo(REFUSED);
    assertThat(sent("\n" + armored(pieces.replace("ada@", "eve@")))).contains("BEGIN PGP");
  }

  @Test
  void messageIsCompressedOnce() {
    String once = "\u00a3\0\u00cb\10b\0\0\0\0\0hi";
    assertThat(sent("\n" + armored(once))).contains("BEGIN PGP");
    assertThat(sent("\n" + armored("\u00a3\0" + once))).isEqualTo(REFUSED);
    assertThat(sent("\n" + armored(once + once))).isEqualTo(REFUSED);
  }

  @Test
  void noMoreIsUnpackedThanTheRoomAllows() throws Exception {
    String few = "\u00a3\2" + deflated("x".repeat(8_000_000));
    String many = "\u00a3\2" + deflated("x".repeat(8_400_000));
    assertThat(sent("\n" + armored(few))).contains("BEGIN PGP");
    assertThat(sent("\n" + armored(many))).isEqualTo(REFUSED);
    assertThat(sent("\n" + armored(few) + armored(few))).isEqualTo(REFUSED);
  }

  private static String armored(String packets) {
    return """
    -----BEGIN PGP MESSAGE-----

    %s
    -----END PGP MESSAGE-----
    """
        .formatted(base64(packets));
  }

  private static String deflated(String text) throws Exception {
    var out = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(out)) {
      deflater.write(text.getBytes(ISO_8859_1));
    }
    return out.toString(ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/pkcs7-mime; smime-type=signed-data; name=smime.p7m",
        "application/x-pkcs7-mime",
        "application/octet-stream; name=smime.p7m",
      })
  void segmentsOfWhatIsSignedAreReadTogether(String type) {
    String encoded = type + "\nContent-Transfer-Encoding: base64";
    assertThat(sent(attached(encoded, base64(inSegments("I am ada@mailbox.", "test")))))
        .isEqualTo(REFUSED);
    String other = base64(inSegments("I am eve@mailbox.", "test"));
    assertThat(sent(attached(encoded, other))).contains(other);
  }

  private static String inSegments(String... segments) {
    StringBuilder object =
        new StringBuilder(
            octets("3080 06092a864886f70d010702 a080 3080 020101 310d300b0609608648016503040201")
                + octets("3080 06092a864886f70d010701 a080 2480"));
    for (String segment : segments) {
      object.append(octets("0482")).append(twoOctets(segment.length())).append(segment);
    }
    return object + octets("0000 0000 0000 3100 0000 0000 0000");
  }

  private static String twoOctets(int number) {
    return "" + (char) (number >> 8) + (char) (number & 0xff);
  }

  private static String octets(String hex) {
    return new String(HexFormat.of().parseHex(hex.replace(" ", "")), ISO_8859_1);
  }

  @Test
  void whatIsSignedMayBeEncodedInside() {
    String type = "application/pkcs7-mime\nContent-Transfer-Encoding: base64";
    assertThat(sent(attached(type, SIGNED))).isEqualTo(REFUSED);
    String message = "Content-Type: message/rfc822\n\nSubject: =?utf-8?q?ada=40mailbox.?=\n";
    assertThat(sent(attached(type, base64(inSegments(message + " =?utf-8?q?test?=\n\nhi")))))
        .isEqualTo(REFUSED);
  }

  @Test
  void whatIsOnlyCompressedIsRefused() throws Exception {
    String type =
        "application/pkcs7-mime; smime-type=compressed-data\nContent-Transfer-Encoding: base64";
    assertThat(sent(attached(type, base64(compressed(deflated(TEXT)))))).isEqualTo(REFUSED);
    assertThat(sent(attached(type, base64(compressed("x" + deflated("hi")))))).isEqualTo(REFUSED);
    String other = base64(compressed(deflated("I am nobody")));
    assertThat(sent(attached(type, other))).contains(other);
  }

  private static String compressed(String content) {
    return octets("3080 060b2a864886f70d0109100109 a080 3080 020100")
        + octets("300d 060b2a864886f70d0109100308 3080 06092a864886f70d010701 a080")
        + octets("04")
        + (char) content.length()
        + content
        + octets("0000 0000 0000 0000 0000");
  }

  /**
   * One inside the other; were each looked at in two ways, the last would be so a thousand times.
   */
  @Test
  void whatIsTooDeepIsRefused() {
    String type = "application/pkcs7-mime";
    String object = "hi";
    for (int depth = 0; depth < 6; depth++) {
      String entity = "Content-Type: " + type + "\n\n" + object;
      object = definite(entity);
    }
    assertThat(sent(attached(type + "\nContent-Transfer-Encoding: base64", base64(object))))
        .contains("pkcs7-mime");
    for (int depth = 0; depth < 6; depth++) {
      object = definite("Content-Type: " + type + "\n\n" + object);
    }
    assertThat(sent(attached(type + "\nContent-Transfer-Encoding: base64", base64(object))))
        .isEqualTo(REFUSED);
  }

  private static String definite(String content) {
    return octets("3080 06092a864886f70d010702 a080 3080 020101 3100")
        + octets("3080 06092a864886f70d010701 a080 0482")
        + twoOctets(content.length())
        + content
        + octets("0000 0000 3100 0000 0000 0000");
  }

  private static String base64(String octets) {
    return Base64.getMimeEncoder().encodeToString(octets.getBytes(ISO_8859_1));
  }

  private static String sent(String rest) {
    return ReplyTracesTest.sent(rest.replace("\r\n", "\n"));
  }

  private static String attached(String type, String content) {
    return """
    Content-Type: multipart/mixed; boundary=b

    --b

    See the file.
    --b
    Content-Type: %s

    %s
    --b--
    """
        .formatted(type, content);
  }

  private static String enciphered(String message) {
    return enciphered("7bit", message);
  }

  private static String enciphered(String encoding, String message) {
    return """
    Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b

    --b
    Content-Type: application/pgp-encrypted

    Version: 1
    --b
    Content-Type: application/octet-stream
    Content-Transfer-Encoding: %s

    %s
    --b--
    """
        .formatted(encoding, message);
  }
}
