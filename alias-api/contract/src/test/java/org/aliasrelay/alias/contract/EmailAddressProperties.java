package org.aliasrelay.alias.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EmailAddressProperties {
  @Property
  void whateverIsReadCanBeReadAgain(@ForAll("nearAddresses") String text) {
    EmailAddress.parse(text)
        .ifPresent(
            address -> {
              EmailAddress again = EmailAddress.of(address.value());
              assertThat(again).isEqualTo(address);
              assertThat(again.value()).isEqualTo(address.value());
            });
  }

  @Property
  void whateverIsReadCannotBreakAHeader(@ForAll("nearAddresses") String text) {
    EmailAddress.parse(text)
        .ifPresent(
            address ->
                assertThat(address.value().codePoints())
                    .noneMatch(c -> c <= ' ' || Character.isISOControl(c) || c == '<' || c == ','));
  }

  @Property
  void anyTextIsReadOrNot(@ForAll String text) {
    assertThat(EmailAddress.parse(text).map(EmailAddress::value).orElse("a@b")).contains("@");
  }

  @Property
  void anOrdinaryAddressIsRead(@ForAll("addresses") String text) {
    assertThat(EmailAddress.of(text).value()).isEqualToIgnoringCase(text);
  }

  @Property
  void letterCaseMakesNoDifference(@ForAll("addresses") String text) {
    EmailAddress upper = EmailAddress.of(text.toUpperCase(Locale.ROOT));

    assertThat(upper).isEqualTo(EmailAddress.of(text)).hasSameHashCodeAs(EmailAddress.of(text));
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> local =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withCharRange('0', '9')
            .withChars("!#$%&'*+-/=?^_`{|}~.")
            .ofMinLength(1)
            .ofMaxLength(64);
    Arbitrary<String> label =
        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(30);
    return Combinators.combine(local, label.list().ofMinSize(1).ofMaxSize(4))
        .as((name, labels) -> name + "@" + String.join(".", labels));
  }

  /** Mostly wrong, but only just. */
  @Provide
  Arbitrary<String> nearAddresses() {
    return Arbitraries.strings()
        .withChars("ab.@+-_ \"<>,\r\n\t\u0000\u00fc\u0130\u0131\u202e\u2028\u3002\uff0e\ud83d")
        .ofMaxLength(12)
        .map(text -> text.contains("@") ? text : text + "@b.test");
  }
}
