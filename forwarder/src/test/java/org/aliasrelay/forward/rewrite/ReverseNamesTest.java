package org.aliasrelay.forward.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.ReverseAlias;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReverseNamesTest {
  private static ReverseNames names(String contact, String reverse) {
    return new ReverseNames(List.of(alias(contact, reverse)));
  }

  private static ReverseAlias alias(String contact, String reverse) {
    return new ReverseAlias(EmailAddress.of(contact), EmailAddress.of(reverse));
  }

  @ParameterizedTest
  @CsvSource({
    "for To-Ann-Shop-Example@Relay.test, for ann@shop.example",
    "mailto:to-ann-shop-example%40relay.test?cc=x, mailto:ann%40shop.example?cc=x",
    "<to-ann-shop-example&#64;relay.test>, <ann&#64;shop.example>",
    "bounce-to-ann-shop-example=relay.test@mailer, bounce-ann=shop.example@mailer",
    "rfc822;to-ann-shop-example+40relay.test, rfc822;ann+40shop.example",
    "of to-bob-shop-example@relay.test, of to-bob-shop-example@relay.test",
  })
  void putsTheContactBackHoweverTheAtSignIsWritten(String text, String clean) {
    assertThat(Plans.REVERSE.replacedIn(text)).isEqualTo(clean);
    assertThat(Plans.REVERSE.replacedInFolded(text)).isEqualTo(clean);
  }

  @ParameterizedTest
  @CsvSource({
    "r1@relay.test, a_b+c=d@shop.example",
    "r1%40relay.test, a%5Fb%2Bc%3Dd%40shop.example",
    "=?utf-8?Q?r1=40relay.test?=, =?utf-8?Q?a=5Fb=2Bc=3Dd=40shop.example?=",
    "r1+40relay.test, a+5Fb+2Bc+3Dd+40shop.example",
    "<MAILTO:r1@relay.test?subject=x>, <MAILTO:a_b+c%3Dd@shop.example?subject=x>",
  })
  void writesWhatMeansSomethingElseAsTheAtSignIsWritten(String text, String clean) {
    assertThat(names("a_b+c=d@shop.example", "r1@relay.test").replacedIn(text)).isEqualTo(clean);
  }

  @Test
  void writesWhatMeansSomethingToHtmlAsReferences() {
    ReverseNames names = names("o'neil&sons@shop.example", "r1@relay.test");
    assertThat(names.replacedInHtml("<i title='r1@relay.test'>"))
        .isEqualTo("<i title='o&#39;neil&amp;sons@shop.example'>");
    assertThat(names.replacedInHtml("<a href='mailto:r1@relay.test'>"))
        .isEqualTo("<a href='mailto:o&#39;neil%26sons@shop.example'>");
  }

  @Test
  void calendarsAreGivenAddressesAsText() {
    assertThat(
            names("a_b=c@shop.example", "r1@relay.test").replacedInFolded("mailto:r1@relay.test"))
        .isEqualTo("mailto:a_b=c@shop.example");
  }

  @Test
  void stopsWhereATextIsTooLongToBeSent() {
    String longest = "a".repeat(60) + "@" + "b.".repeat(90) + "example";
    ReverseNames names = names(longest, "r1@relay.test");
    assertThatThrownBy(() -> names.replacedIn("r1@relay.test ".repeat(200_000)))
        .isInstanceOf(ReverseNames.TooLongException.class);
  }

  @Test
  void findsThoseThatAreFoldedAnywhere() {
    String reverse = "to-ann-shop-example@relay.test";
    for (int at = 1; at < reverse.length(); at++) {
      for (String fold : List.of("\r\n ", "\n\t")) {
        String text = "mailto:" + reverse.substring(0, at) + fold + reverse.substring(at) + "\r\n";
        assertThat(Plans.REVERSE.replacedInFolded(text)).isEqualTo("mailto:ann@shop.example\r\n");
        assertThat(Plans.REVERSE.replacedIn(text)).isEqualTo(text);
      }
    }
  }

  @Test
  void tellsAliasesAtSeveralDomainsApart() {
    var names =
        new ReverseNames(
            List.of(
                alias("ann@shop.example", "r1@relay.test"),
                alias("bob@shop.example", "r2@other.test")));
    assertThat(names.replacedIn("r1@relay.test, r2@other.test, r1@other.test"))
        .isEqualTo("ann@shop.example, bob@shop.example, r1@other.test");
  }

  @Test
  void findsTheLongestOfSeveralThatEndAlike() {
    var names =
        new ReverseNames(
            List.of(
                alias("ann@shop.example", "r1@relay.test"),
                alias("bob@shop.example", "xr1@relay.test")));
    assertThat(names.replacedIn("xr1@relay.testr1@relay.test yr1@relay.test"))
        .isEqualTo("bob@shop.exampleann@shop.example yann@shop.example");
  }

  @ParameterizedTest
  @CsvSource({
    "=?utf-8?Q?to-ann-shop-example=40relay?= =?utf-8?Q?.test_=C3=A9?=, ann@shop.example é",
    "=?utf-8?Q?=C3=A9t=C3=A9?=  as it is, =?utf-8?Q?=C3=A9t=C3=A9?=  as it is",
  })
  void findsThemInAFieldAsItWillBeRead(String field, String clean) {
    assertThat(Plans.REVERSE.replacedInField(field)).isEqualTo(clean);
  }
}
