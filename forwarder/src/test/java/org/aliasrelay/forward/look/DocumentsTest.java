package org.aliasrelay.forward.look;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which attachments are left unread: those that are nothing else to anybody. */
class DocumentsTest {
  private static final String MIXED =
      """
      MIME-Version: 1.0
      Content-Type: multipart/mixed;
       boundary="outer"

      --outer
      Content-Type: text/plain; charset=utf-8

      See what is attached.
      --outer
      Content-Type: application/json; name="données.json"
      Content-Transfer-Encoding: base64
      Content-Disposition: attachment; filename*0="a"; filename*1=".json"

      DOCUMENT
      --outer--
      """;

  @Test
  void anAttachment() {
    assertThat(documents(MIXED)).containsExactly("DOCUMENT\n");
  }

  @Test
  void aMessageThatIsOne() {
    assertThat(documents("Content-Type: application/pdf\n\nDOCUMENT\n"))
        .containsExactly("DOCUMENT\n");
  }

  @Test
  void thoseOfAMessageInside() {
    String message =
        """
        Content-Type: multipart/mixed; boundary=around

        --around
        Content-Type: message/rfc822

        %s--around
        Content-Type: image/png

        PICTURE
        --around--
        """
            .formatted(MIXED);
    assertThat(documents(message)).containsExactly("DOCUMENT\n", "PICTURE\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=_mixed 0055B9C2C12577E5_=", "a b c"})
  void thoseBetweenBoundariesWithBlanksAsLotusNotesWritesThem(String boundary) {
    assertThat(documents(MIXED.replace("outer", boundary))).containsExactly("DOCUMENT\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=_mixed  0055", "=_mixed ", " =_mixed", "=_mixed\t0055", "=_mixed\n 0055"})
  void nothingBetweenBoundariesWithOtherWhiteSpace(String boundary) {
    String folded = MIXED.replace("\"outer\"", '"' + boundary + '"');
    assertThat(documents(folded.replace("outer", boundary.replace("\n", "")))).isEmpty();
  }

  /** Some program may read a boundary up to its first blank. */
  @ParameterizedTest
  @ValueSource(strings = {"--=_mixed", "--=_mixed 0056", "--=_mixed0055", "x--=_mixed 0055"})
  void nothingWhereItsFirstWordStandsElsewhere(String line) {
    String changed = MIXED.replace("outer", "=_mixed 0055").replace("See what", line);
    assertThat(documents(changed)).isEmpty();
    String last = MIXED.replace("outer", "=_mixed 0055") + line;
    assertThat(documents(last)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/calendar",
        "application/ics",
        "application/xhtml+xml",
        "application/pgp-keys",
        "application/ms-tnef",
        "application/pkcs7-mime",
        "chemical/x-pdb",
        "multipart/mixed",
        "message/rfc822",
      })
  void nothingThatIsReadOrNamesSomebody(String type) {
    assertThat(documents(MIXED.replace("application/json", type))).isEmpty();
  }

  @Test
  void thoseInAMessageWithItsAddressesInUtf8() {
    String document = "Subject: x\nContent-Type: application/pdf\n\nDOCUMENT";
    assertThat(documents("Content-Type: message/global\n\n" + document))
        .containsExactly("DOCUMENT");
  }

  @Test
  void nothingInSignedOrEncryptedParts() {
    assertThat(documents(MIXED.replace("multipart/mixed", "multipart/signed"))).isEmpty();
    assertThat(documents(MIXED.replace("multipart/mixed", "multipart/encrypted"))).isEmpty();
  }

  static Stream<Arguments> doubtfulStructures() {
    return Stream.of(
        arguments("See what", "--outer--x"),
        arguments("See what", "x--outer"),
        arguments("See what", "--outer-"),
        arguments("DOCUMENT", "--outermost"),
        arguments("--outer--\n", "--outer\n"),
        arguments("--outer--\n", "--outer--\nContent-Type: text/html\n\n--outer\n"),
        arguments("--outer\nContent-Type: app", "--outer\r\r\nContent-Type: app"),
        arguments("MIME-Version: 1.0", "junk"),
        arguments("boundary=", "boundary=inner; boundary="),
        arguments("boundary=", "boundary*=us-ascii''inner; boundary="),
        arguments("boundary=", "(boundary=inner) boundary="),
        arguments("MIME-Version: 1.0", "Content-Type: text/plain"),
        arguments("MIME-Version: 1.0", "Content-Transfer-Encoding: base64"));
  }

  @ParameterizedTest
  @MethodSource("doubtfulStructures")
  void nothingWhereTheStructureIsInDoubt(String part, String other) {
    String changed = MIXED.replace(part, other);
    assertThat(changed).isNotEqualTo(MIXED);
    assertThat(documents(changed)).isEmpty();
  }

  static Stream<Arguments> doubtfulHeaders() {
    return Stream.of(
        arguments("Content-Disposition: ", "junk"),
        arguments("Content-Disposition: ", "junk\0"),
        arguments("Content-Disposition: ", "Content Disposition: "),
        arguments("Content-Disposition: ", "Content-Type : text/plain\nX: "),
        arguments("Content-Disposition: ", "Content-Type: text/plain\nX: "),
        arguments("Content-Disposition: ", "Content-Transfer-Encoding: 7bit\nX: "),
        arguments("Content-Disposition: ", "X: \r"),
        arguments("Content-Disposition: ", "X: y\n \n "),
        arguments("base64", "x-unknown"),
        arguments("base64", "base64 (or so)"),
        arguments("application/json;", "application/json text/plain;"),
        arguments("application/json;", "application/json; name=a;"),
        arguments("application/json;", "application/json (text/plain);"),
        arguments("Content-Type: application", ": text\nContent-Type: application"),
        arguments("Content-Type: application", " text\nContent-Type: application"),
        arguments("Content-Type: application", "Content-Type:\n text/plain\n\napplication"));
  }

  @ParameterizedTest
  @MethodSource("doubtfulHeaders")
  void nothingWhoseHeaderIsInDoubt(String part, String other) {
    String changed = MIXED.replace(part, other);
    assertThat(changed).isNotEqualTo(MIXED);
    assertThat(documents(changed)).isEmpty();
  }

  @Test
  void nothingBeyondSomeDepth() {
    String message = "Content-Type: application/pdf\n\nDOCUMENT\n";
    for (int depth = 0; depth < 30; depth++) {
      message = "Content-Type: message/rfc822\n\n" + message;
    }
    assertThat(documents(message)).isEmpty();
  }

  private static List<String> documents(String message) {
    String sent = message.replaceAll("(?<!\r)\n", "\r\n");
    return Documents.in(sent.getBytes(ISO_8859_1)).stream()
        .map(stretch -> sent.substring(stretch.from(), stretch.to()).replace("\r\n", "\n"))
        .toList();
  }
}
