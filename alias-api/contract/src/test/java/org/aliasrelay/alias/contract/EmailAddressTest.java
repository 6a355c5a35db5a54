package org.aliasrelay.alias.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "a@",
        "@b.test",
        "a b@c.test",
        "a@b..test",
        "a@.test",
        "a@test.",
        "a@b@c.test",
        "\"\"@b.test",
        "\"@b.test",
        "\"a b\"@b.test",
        "\"a\\\"b\"@b.test",
        "<a@b.test>",
        "a,b@c.test",
        "a\r\nBcc:x@c.test",
        "a\u0000@b.test",
        "a\u202e@b.test",
        "a@b c.test",
        "a@[127.0.0.1]",
        "a@b_c.test",
        "a@stra\u00dfe.test",
        "a@\u03c3\u03c2.test",
        "a@b\u00adc.test",
        "a@b\u200dc.test",
        "a@b\u200bc.test",
        "a@b\u2060c.test",
        "a@b\ufeffc.test",
        "a@b\ufe0fc.test",
        "a@b\u034fc.test"
      })
  void readsNoSuchText(String text) {
    assertThat(EmailAddress.parse(text)).isEmpty();
  }

  @Test
  void readsNothingFromNull() {
    assertThat(EmailAddress.parse(null)).isEmpty();
  }

  @Test
  void holdsTheDomainInAscii() {
    EmailAddress address = EmailAddress.of("ann@Bücher.test");

    assertThat(address.value()).isEqualTo("ann@xn--bcher-kva.test");
    assertThat(address.isAscii()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {254, 255, 1_000, 1_001, 100_000})
  void readsNothingFromALongDomainOfOtherLetters(int length) {
    assertThat(EmailAddress.parse("ann@" + "\u00fc".repeat(length - 1) + ".")).isEmpty();
  }

  @Test
  void keepsTheLocalPartAsItWasGiven() {
    assertThat(EmailAddress.of("Ann.B+c@Mail.test").value()).isEqualTo("Ann.B+c@mail.test");
  }

  @Test
  void readsALocalPartThatIsQuotedWithoutNeed() {
    EmailAddress address = EmailAddress.of("\"Ann.B\"@Mail.test");

    assertThat(address.value()).isEqualTo("Ann.B@mail.test");
    assertThat(address.localPart()).isEqualTo("Ann.B");
    assertThat(address.domain()).isEqualTo("mail.test");
    assertThat(address).isEqualTo(EmailAddress.of("ann.b@mail.test"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b", ".a", "a.", "..", "a...b.c"})
  void quotesALocalPartThatNeedsIt(String local) {
    EmailAddress address = EmailAddress.of(local + "@mail.test");

    assertThat(address.addrSpec()).isEqualTo('"' + local + "\"@mail.test");
    assertThat(address.value()).isEqualTo(local + "@mail.test");
    assertThat(address.localPart()).isEqualTo(local);
    assertThat(address.domain()).isEqualTo("mail.test");
    assertThat(EmailAddress.of(address.addrSpec())).isEqualTo(address);
    assertThat(EmailAddress.of("a.b@mail.test").addrSpec()).isEqualTo("a.b@mail.test");
  }

  @Test
  void knowsALocalPartThatSesCannotCarry() {
    assertThat(EmailAddress.of("jürgen@mail.test").isAscii()).isFalse();
  }

  @Test
  void isBoundedInLength() {
    assertThat(EmailAddress.parse("a".repeat(64) + "@b.test")).isPresent();
    assertThat(EmailAddress.parse("a".repeat(65) + "@b.test")).isEmpty();
    String domain = "d".repeat(60) + "." + "d".repeat(60) + "." + "d".repeat(60) + ".test";
    assertThat(EmailAddress.parse("a".repeat(66 - 10) + "@" + domain)).isPresent();
    assertThat(EmailAddress.parse("a".repeat(64) + "@d." + domain + "." + "d".repeat(9))).isEmpty();
  }

  @Test
  void doesNotPrintItself() {
    assertThat(EmailAddress.of("ann@mail.test")).hasToString("[address]");
  }

  @Test
  void doesNotRepeatWhatItCannotRead() {
    assertThatThrownBy(() -> EmailAddress.of("secret text"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }
}
