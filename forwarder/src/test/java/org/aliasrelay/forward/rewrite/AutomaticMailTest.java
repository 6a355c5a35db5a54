package org.aliasrelay.forward.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aliasrelay.forward.deliver.Composing;
import org.aliasrelay.forward.deliver.Composing.Composed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program wrote goes on as that, for whoever gets it sees no null sender (RFC 3834). */
class AutomaticMailTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Return-Path: <>",
        "Return-Path: <>\r\nAuto-Submitted: no",
        "Return-Path: <>\r\nAuto-Submitted: auto-\0replied",
        "X-Autoreply: yes",
        "Precedence: auto_reply",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
      })
  void saysSoWhereItDidNot(String fields) {
    assertThat(marks(forwarded(fields))).containsExactly("Auto-Submitted: auto-generated");
    assertThat(marks(replied(fields))).containsExactly("Auto-Submitted: auto-replied");
  }

  @Test
  void keepsWhatItSaid() {
    String said = "Auto-Submitted: auto-notified; owner-email=x";
    assertThat(marks(forwarded("Return-Path: <>\r\n" + said))).containsExactly(said);
    assertThat(marks(replied("Return-Path: <>\r\n" + said))).containsExactly(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Mailer: M", "List-Id: <l.example>", "Precedence: bulk"})
  void saysNothingOfOtherMail(String fields) {
    assertThat(marks(forwarded(fields))).isEmpty();
    assertThat(marks(replied(fields))).isEmpty();
  }

  @Test
  void keepsWhatAPersonSaid() {
    String said = "Auto-Submitted: no";
    assertThat(marks(forwarded(said))).containsExactly(said);
    assertThat(marks(replied(said))).containsExactly(said);
  }

  private static List<String> marks(String message) {
    return message.lines().filter(line -> line.startsWith("Auto-Submitted")).toList();
  }

  private static String forwarded(String fields) {
    return text(Composing.forward(message("ann@shop.example", fields)));
  }

  private static String replied(String fields) {
    return text(Composing.reply(message(Plans.PRIMARY.value(), fields)));
  }

  private static byte[] message(String from, String fields) {
    return (fields + "\r\nFrom: " + from + "\r\nSubject: s\r\n\r\nhi\r\n").getBytes(ISO_8859_1);
  }

  private static String text(Composed composed) {
    return switch (composed) {
      case Composed.Message(byte[] bytes) -> new String(bytes, ISO_8859_1);
      case Composed.Ended(var reason) -> throw new AssertionError(reason.name());
    };
  }
}
