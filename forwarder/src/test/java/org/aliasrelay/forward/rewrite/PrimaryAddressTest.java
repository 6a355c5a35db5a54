package org.aliasrelay.forward.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.aliasrelay.alias.contract.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrimaryAddressTest {
  private final PrimaryAddress primary = new PrimaryAddress(Plans.PRIMARY, Plans.ALIAS);

  @ParameterizedTest
  @CsvSource({
    "for ADA@Mailbox.test, for k7m2p9@relay.test",
    "=?utf-8?Q?=C3=A9_ada=40mailbox.test?=, é k7m2p9@relay.test",
    "=?utf-8?Q?ada=40mail?= =?utf-8?Q?box.test?=, k7m2p9@relay.test",
    "name*=utf-8''ada%40mailbox.test, name*=utf-8''k7m2p9%40relay.test",
    "ada@mail\u00adbox.test, k7m2p9@relay.test",
    "ada@mail\u200dbox.test, k7m2p9@relay.test",
    "ad\u2065a@mailbox.test, k7m2p9@relay.test",
  })
  void findsTheAddressInAFieldAsItWillBeRead(String field, String cleaned) {
    assertThat(primary.replacedInField(field)).isEqualTo(cleaned);
  }

  /** ISO 8859-1 shows octets, as of text in UTF-8. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@xn--mnchen-3ya.test",
        "ada@münchen.test",
        "Ada@MÜNCHEN.test",
        "ada@m\u00c3\u00bcnchen.test",
        "ada@M\u00c3\u009cNCHEN.TEST",
      })
  void findsAnInternationalisedDomain(String text) {
    var international = new PrimaryAddress(EmailAddress.of("ada@xn--mnchen-3ya.test"), Plans.ALIAS);

    assertThat(international.replacedIn("I am " + text)).isEqualTo("I am k7m2p9@relay.test");
    assertThat(international.replacedInFolded(text.replace("nchen", "n\r\n chen")))
        .isEqualTo("k7m2p9@relay.test");
  }

  @Test
  void keepsAFieldThatDoesNotHoldIt() {
    assertThat(primary.replacedInField("=?utf-8?Q?=C3=A9t=C3=A9?=  of bada@mailbox.example"))
        .isEqualTo("=?utf-8?Q?=C3=A9t=C3=A9?=  of bada@mailbox.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lada@mailbox.test",
        "ask Lada@Mailbox.test, please",
        "<mailto:lada@mailbox.test>",
        "vera.ada@mailbox.test",
        "(vera2ada@mailbox.test)?",
        "see lada@mailbox.test.",
      })
  void leavesTheAddressesOfOthersAlone(String text) {
    assertThat(primary.isIn(text)).isFalse();
    assertThat(primary.replacedIn(text)).isEqualTo(text);
    assertThat(primary.replacedInFolded(text)).isEqualTo(text);
    assertThat(primary.isSpeltIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@mailbox.test",
        "*ada@mailbox.test*",
        "...ada@mailbox.test",
        "1.ada@mailbox.test",
        "-ada@mailbox.test",
        "invite-ada@mailbox.test",
        "\"vera.ada@mailbox.test.ics\"",
        "lada@mailbox.tested",
        "at=ada@mailbox.test",
        "a line\\nada@mailbox.test",
        "\\u003cada@mailbox.test",
        "%AAada@mailbox.test",
        "bounce-ada=mailbox.test@list.example",
        "m\u00e4ada@mailbox.test",
        "\u90ae\u7bb1ada@mailbox.test",
      })
  void takesItForTheOwnersInDoubt(String text) {
    assertThat(primary.isIn(text)).isTrue();
    assertThat(primary.isSpeltIn(primary.replacedIn(text))).isFalse();
    assertThat(primary.isSpeltIn(primary.replacedInFolded(text))).isFalse();
    assertThat(primary.namesakes()).isEmpty();
  }

  @Test
  void tellsTheOwnersFromTheOthers() {
    assertThat(primary.replacedIn("ada@mailbox.test, not lada@mailbox.test"))
        .isEqualTo("k7m2p9@relay.test, not lada@mailbox.test");
    assertThat(primary.namesakes()).containsExactly("lada@mailbox.test");
  }

  @Test
  void unfoldsTheAddressesOfOthers() {
    String text = "ATTENDEE:mailto:lada@mail\r\n box.test";
    assertThat(primary.replacedInFolded(text)).isEqualTo(text);
    assertThat(primary.namesakes()).containsExactly("lada@mailbox.test");
  }

  @Test
  void believesOnlyInSoManyOthers() {
    for (char c = 'a'; c < 'a' + 10; c++) {
      for (int i = 0; i < 10; i++) {
        assertThat(primary.isIn(c + "." + i + "ada@mailbox.test")).isFalse();
      }
    }
    assertThat(primary.isIn("lada@mailbox.test")).isTrue();
    assertThat(primary.isIn("a.0ada@mailbox.test")).isFalse();
  }
}
