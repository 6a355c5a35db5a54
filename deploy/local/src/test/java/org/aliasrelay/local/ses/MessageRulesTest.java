package org.aliasrelay.local.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.aliasrelay.local.message.RawMessage;
import org.aliasrelay.local.ses.SendRequest.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRulesTest {
  private static final String FROM = "From: a@relay.test\r\n";

  @ParameterizedTest
  @ValueSource(strings = {"From", "subject", "MIME-Version", "List-Unsubscribe", "DKIM-Signature"})
  void refusesADuplicateOfASingleField(String name) {
    refuses(
        "X: 1\r\n" + name + ": 1\r\n" + name.toUpperCase(Locale.ROOT) + ": 2\r\n\r\n",
        "Duplicate header '" + name.toUpperCase(Locale.ROOT) + "'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Received", "X-Anything", "Comments"})
  void takesDuplicatesOfOtherFields(String name) {
    takes(FROM + name + ": 1\r\n" + name + ": 2\r\n\r\n");
  }

  @Test
  void takesALineOf998AndItsEnd() {
    takes(FROM + "\r\n" + "x".repeat(998) + "\r\n");
  }

  @Test
  void refusesALineOf999AndItsEnd() {
    refuses(FROM + "\r\n" + "x".repeat(999) + "\r\n", "Line length exceeds 1000 characters.");
  }

  @Test
  void refusesALongLastLineWithoutAnEnd() {
    takes(FROM + "\r\n" + "x".repeat(998));
    refuses(FROM + "\r\n" + "x".repeat(999), "Line length exceeds 1000 characters.");
  }

  @Test
  void refusesALongHeaderLine() {
    refuses(FROM + "Subject: " + "x".repeat(990) + "\r\n\r\n", "Line length exceeds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Subject: a\nX: b\r\n\r\n", "Subject: a\rb\r\n\r\n", "X: \0\r\n\r\n"})
  void refusesLoneLineEndsAndNulInTheHeader(String header) {
    refuses(FROM + header, "Header lines must end in CRLF");
  }

  @Test
  void takesBareLineFeedsInTheBody() {
    takes(FROM + "\r\na\nb\rc");
  }

  @Test
  void refusesALineThatIsNoField() {
    refuses(FROM + "nonsense\r\n\r\n", "Unparsable header line.");
  }

  @Test
  void refusesAMessageWithoutHeader() {
    refuses("\r\nbody", "Message has no header.");
  }

  @Test
  void refusesOctetsOutsideAsciiInAddressFields() {
    refuses("From: \u00fc <a@relay.test>\r\n\r\n", "Non-ASCII character in 'From'.");
  }

  @Test
  void limitsV1ToTenMegabytesInBase64() {
    checkSize(Api.V1, 10 * 1024 * 1024 / 4 * 3);
  }

  @Test
  void limitsV2ToFortyMegabytesInBase64() {
    checkSize(Api.V2, 40 * 1024 * 1024 / 4 * 3);
  }

  @Test
  void takesFiveHundredPartsAndNoMore() {
    takes(FROM + multipart(500));
    refuses(FROM + multipart(501), "Maximum number of MIME parts is 500.");
  }

  @Test
  void countsPartsOfNestedMultiparts() {
    var message =
        parse(
            """
            Content-Type: multipart/mixed;
             boundary="one"

            --one
            Content-Type: multipart/alternative; boundary=two

            --two

            a
            --two

            b
            --two--
            --one

            c
            --one--
            """
                .replace("\n", "\r\n"));

    assertThat(Parts.count(message)).isEqualTo(4);
  }

  private static void checkSize(Api api, int largest) {
    byte[] bytes = (FROM + "\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] fits = Arrays.copyOf(bytes, largest);
    byte[] tooLarge = Arrays.copyOf(bytes, largest + 1);
    for (int i = bytes.length; i < fits.length; i += 500) {
      fits[i] = '\n';
    }
    assertThatCode(() -> MessageRules.check(RawMessage.parse(fits), api))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> MessageRules.check(RawMessage.parse(tooLarge), api))
        .hasMessageStartingWith("Message length is more than " + api.maxEncodedOctets());
  }

  private static String multipart(int parts) {
    return "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
        + "--b\r\n\r\nx\r\n".repeat(parts)
        + "--b--\r\n";
  }

  private static void takes(String message) {
    assertThatCode(() -> MessageRules.check(parse(message), Api.V2)).doesNotThrowAnyException();
  }

  private static void refuses(String message, String text) {
    assertThatThrownBy(() -> MessageRules.check(parse(message), Api.V2))
        .isInstanceOf(SesException.class)
        .hasMessageStartingWith(text);
  }

  private static RawMessage parse(String text) {
    return RawMessage.parse(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
