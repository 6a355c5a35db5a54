package org.aliasrelay.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A missing verdict is not a pass. */
class AuthenticationTest {
  private final SesNotifications notifications = new SesNotifications(new OurMail());

  @ParameterizedTest
  @CsvSource({
    "PASS,PASS,true",
    "PASS,FAIL,true",
    "GRAY,PASS,true",
    "GRAY,GRAY,false",
    "GRAY,FAIL,false",
    "FAIL,PASS,false",
    "PROCESSING_FAILED,PASS,false",
    "DISABLED,PASS,false",
    "NEW_WORD,PASS,false"
  })
  void needsDmarcOrAnAlignedSpfPassWithoutIt(String dmarc, String spf, boolean authenticated) {
    Notifications mail =
        Notifications.received().withVerdict("dmarcVerdict", dmarc).withVerdict("spfVerdict", spf);

    assertThat(isAuthenticated(mail)).isEqualTo(authenticated);
  }

  @Test
  void takesNothingFromAMissingVerdict() {
    assertThat(isAuthenticated(Notifications.received().remove("/receipt", "dmarcVerdict")))
        .isFalse();
  }

  @Test
  void takesNothingFromDkimAlone() {
    Notifications dkimOnly =
        gray().withVerdict("spfVerdict", "FAIL").withVerdict("dkimVerdict", "PASS");

    assertThat(isAuthenticated(dkimOnly)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "news@shop.example",
        "<news@shop.example>",
        "Shop <NEWS@SHOP.EXAMPLE>",
        "\"Lovelace, Ada\" <ada@shop.example>",
        "\"a \\\" quote\" <ada@shop.example>",
        "=?utf-8?q?L=C3=A4den?= <laden@shop.example>"
      })
  void findsTheAuthorsDomain(String from) {
    assertThat(isAuthenticated(gray().set("/mail/commonHeaders", "from", List.of(from)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Shop <news@other.example>",
        "news@sub.shop.example",
        "a@shop.example, b@shop.example",
        "a@shop.example <b@other.example>",
        "a@shop.example <b@shop.example>",
        "<a@shop.example> <b@shop.example>",
        "\"<a@shop.example>\" <b@other.example>",
        "(comment) a@shop.example",
        "group: a@shop.example;",
        "\"open <a@shop.example>",
        "a@shop.example>"
      })
  void doesNotGuessTheAuthorsDomain(String from) {
    assertThat(isAuthenticated(gray().set("/mail/commonHeaders", "from", List.of(from)))).isFalse();
  }

  @Test
  void takesNothingFromTwoAuthors() {
    List<String> two = List.of("news@shop.example", "news@shop.example");

    assertThat(isAuthenticated(gray().set("/mail/commonHeaders", "from", two))).isFalse();
  }

  @Test
  void takesNothingFromTwoFromFields() {
    List<Map<String, String>> fields =
        List.of(
            Map.of("name", "From", "value", "news@shop.example"),
            Map.of("name", "FROM", "value", "evil@other.example"));

    assertThat(isAuthenticated(gray().set("/mail", "headers", fields))).isFalse();
  }

  @Test
  void takesNothingFromHeadersThatWereCut() {
    assertThat(isAuthenticated(gray().set("/mail", "headersTruncated", true))).isFalse();
    assertThat(isAuthenticated(gray().remove("/mail", "headersTruncated"))).isFalse();
  }

  @Test
  void takesNothingFromTheNullSender() {
    assertThat(isAuthenticated(gray().set("/mail", "source", "<>"))).isFalse();
  }

  @Test
  void looksAtNoFromFieldOfAnyLength() {
    String longName = "\"" + "\\\"".repeat(100_000) + "\" <news@shop.example>";

    assertThat(isAuthenticated(gray().set("/mail/commonHeaders", "from", List.of(longName))))
        .isFalse();
  }

  private static Notifications gray() {
    return Notifications.received().withVerdict("dmarcVerdict", "GRAY");
  }

  private boolean isAuthenticated(Notifications notification) {
    return ((Notification.Received) notifications.read(notification.json()))
        .mail()
        .verdicts()
        .authenticated();
  }
}
