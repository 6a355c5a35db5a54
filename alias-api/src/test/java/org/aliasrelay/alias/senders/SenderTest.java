package org.aliasrelay.alias.senders;

import static org.assertj.core.api.Assertions.assertThat;

import org.aliasrelay.alias.contract.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderTest {
  @ParameterizedTest
  @CsvSource({
    "Shop@Sender.Example, shop@sender.example",
    "sender.example, any@sender.example",
    "sender.example, any@mail.sender.example",
    "@sender.example, any@sender.example",
    "EXAMPLE, any@a.b.c.example"
  })
  void letsIn(String entry, String address) {
    assertThat(Sender.matching(EmailAddress.of(address)))
        .contains(Sender.parse(entry).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "shop@sender.example, shop2@sender.example",
    "sender.example, any@notsender.example",
    "mail.sender.example, any@sender.example",
    "sender.example, sender.example@evil.example"
  })
  void letsNotIn(String entry, String address) {
    assertThat(Sender.matching(EmailAddress.of(address)))
        .doesNotContain(Sender.parse(entry).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "@", "a b", "sender..example", "shop@", "@@x", "shop@sender..example"})
  void refusesWhatIsNeitherAddressNorDomain(String text) {
    assertThat(Sender.parse(text)).isEmpty();
  }

  @Test
  void doesNotPrintItself() {
    assertThat(Sender.parse("shop@sender.example").orElseThrow().toString())
        .doesNotContain("shop", "sender.example");
  }
}
