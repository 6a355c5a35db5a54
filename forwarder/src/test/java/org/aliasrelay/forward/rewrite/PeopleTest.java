package org.aliasrelay.forward.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.aliasrelay.alias.contract.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who wrote, where honest programs write it badly, and dishonest people well. */
class PeopleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ann@shop.example <ann@shop.example>  | ann@shop.example",
        "Ann @ Shop <ann@shop.example>        | Ann @ Shop (ann@shop.example)",
        "Lee, Ann <ann@shop.example>          | Lee, Ann (ann@shop.example)",
        "=?utf-8?Q?J=C3=BC,_?= <ann@shop.example> | Jü, (ann@shop.example)",
        "=?utf-8?Q?Shop:_Ann?= <ann@shop.example> | Shop: Ann (ann@shop.example)",
        "=?utf-8?Q?Ann_(Shop)?= <ann@shop.example> | Ann (Shop) (ann@shop.example)",
        "=?utf-8?Q?Ann;?= =?utf-8?Q?_\"B\"?= <ann@shop.example> | Ann; \"B\" (ann@shop.example)",
        "eve@evil.example via List <ann@shop.example> | eve@evil.example via List (ann@shop.example)",
        "ann@shop.example (Ann Smith)         | Ann Smith (ann@shop.example)",
        "ann@shop.example (=?utf-8?q?J=C3=BC?=) | Jü (ann@shop.example)",
      })
  void authorIsWhomMailCanReach(String from, String display) throws Exception {
    var author = people(from).author().orElseThrow();

    assertThat(author.address().map(EmailAddress::value)).contains("ann@shop.example");
    assertThat(author.display()).isEqualTo(display);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@shop.example",
        "Ann <ann@shop.example>",
        "\"ann@work.example\" <ann@shop.example>",
        "ann@shop.example <ann@shop.example>",
        "'Ann@shop.example' <ann@shop.example>",
        "Ann (ann@shop.example) <ann@shop.example>",
        "Lee, Ann <ann@shop.example>",
        "Ann B. Lee, Jr. <ann@shop.example>",
        "Ann <ann@shop.example>;",
        "Ann <<ann@shop.example>>",
      })
  void oneAddressIsClear(String from) throws Exception {
    assertThat(people(from).isAuthorClear()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eve@evil.example <ann@shop.example>",
        "eve@evil.example, ann@shop.example",
        "=?utf-8?q?eve=40evil.example?=, Ann <ann@shop.example>",
        "Ann @ Shop <ann@shop.example>",
        // Quotes that others find in other places, or not at all.
        "x \u001b$B\"a\u001b(B <ann@shop.example> \u001b$B\"b \u001b(B <eve@evil.example>",
        "x \u001b$B\"a\u001b(B <ann@shop.example> \u001b$B\"b <eve@evil.example>",
        "Eve (\") <\"x y\"@evil.example>, Ann (\") <ann@shop.example>",
        "(\") \"x y\"@evil.example (\"), ann@shop.example",
        "Eve (\") <\u00e9ve@evil.example>, Ann (\") <ann@shop.example>",
        "[mailto:ann@shop.example], \"eve\\\"@evil.example",
        "\"eve\\\\\"@evil.example, ann@shop.example",
        "ann@shop.example <ann@shop.example.evil.example>",
        "ann@shop.example@evil.example <ann@shop.example>",
        "\"\"@evil.example, ann@shop.example",
        "\"\\\" eve@evil.example <ann@shop.example>",
        "nobody:;",
      })
  void anotherBesideItIsNot(String from) throws Exception {
    assertThat(people(from).isAuthorClear()).isFalse();
  }

  @Test
  void addressThatSesCannotCarryIsOnlyShown() throws Exception {
    People people = people("J\u00fcrgen <j\u00fcrgen@m\u00fcller.example>");

    assertThat(people.author().orElseThrow().display())
        .isEqualTo("J\u00fcrgen (j\u00fcrgen@m\u00fcller.example)");
    assertThat(people.fromAddresses()).isEmpty();
    assertThat(people.isAuthorClear()).isFalse();
  }

  /** What others read in it is somebody else, whose domain may well have proven it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=?u?q?\"?= <ann@shop.example> (=?u?q?\"?= <eve@evil.example>",
        "<@evil.example:ann\u0001ishop.example>",
        "<ann\u0001ishop.example> (eve@evil.example)",
      })
  void nobodyIsReadWhomOthersDoNotRead(String from) throws Exception {
    assertThat(people(from).fromAddresses()).doesNotContain(EmailAddress.of("ann@shop.example"));
  }

  @Test
  void twoFieldsHaveNoClearAuthorEvenIfOneNamesNobody() throws Exception {
    Head head = Heads.of("From: nobody:;\r\nFrom: ann@shop.example\r\n\r\n");

    assertThat(People.in(head).isAuthorClear()).isFalse();
  }

  @Test
  void wordThatHoldsAnAddressOnlyShows() throws Exception {
    People people = people("=?utf-8?Q?Ann_<x>?= <ann@shop.example>");

    assertThat(people.isAuthorClear()).isFalse();
    assertThat(people.author().orElseThrow().display()).contains("ann@shop.example");
  }

  @Test
  void whoCannotBeReadIsOnlyShown() throws Exception {
    People people = people("Ann :( <ann@shop.example>");

    assertThat(people.author().orElseThrow().display()).isEqualTo("Ann :( (ann@shop.example)");
    assertThat(people.fromAddresses()).isEmpty();
    assertThat(people.isAuthorClear()).isFalse();
  }

  @Test
  void encodedWordInsideAnotherIsNotDecodedByAnybody() throws Exception {
    People people = people("=?utf-8?b?PT91dGYtOD9RPz0wRD0wQUJjYz1BMz89?= <ann@shop.example>");
    String display = people.author().orElseThrow().display();

    assertThat(display).contains("=?utf-8?Q?");
    assertThat(Correspondent.mailbox(display, EmailAddress.of("to-ann@relay.test")))
        .doesNotContain("=?utf-8?Q?")
        .startsWith("=?UTF-8?B?");
  }

  @Test
  void domainBeyondAsciiIsWrittenInAscii() throws Exception {
    assertThat(people("<ann@m\u00fcller.example>").fromAddresses())
        .containsExactly(EmailAddress.of("ann@xn--mller-kva.example"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@x.example; b@x.example; \"C; D\" <c@x.example>;",
        "A (x; y) <a@x.example>; <b@x.example>; \"C\\\"; D\" <c@x.example>",
        "<<a@x.example>>, <mailto:b@x.example>, \"C\" [mailto:c@x.example]",
        "Team: a@x.example, b@x.example;, c@x.example",
        "Team: a@x.example; b@x.example; C <c@x.example>;",
        "\"A <a@x.example>, b@x.example, c@x.example",
        "=?utf-8?q?A;_B?= <a@x.example>; b@x.example;c@x.example",
      })
  void oddListsAreReadWhereThereIsOneWayTo(String list) {
    assertThat(Correspondent.in(list).stream().flatMap(one -> one.address().stream()))
        .extracting(EmailAddress::value)
        .containsExactly("a@x.example", "b@x.example", "c@x.example");
  }

  @Test
  void piecesOfOneNameAreNotSeveralAuthors() throws Exception {
    assertThat(people("Smith, Bob, Jr. <ann@shop.example>").areAuthorsSeveral()).isFalse();
    assertThat(people("ann@shop.example <Ann@shop.example>").areAuthorsSeveral()).isFalse();
    assertThat(people("eve@evil.example, <ann@shop.example>").areAuthorsSeveral()).isTrue();
  }

  private static People people(String from) throws Exception {
    return People.in(Heads.of("From: " + from + "\r\n\r\n"));
  }

  /** Each is an object in memory, and takes two letters in the message. */
  @ParameterizedTest
  @ValueSource(strings = {"a@b.example,", "a,", "\\\"a\\\" <a@b.example>,", "(c) a@b.example,"})
  void nobodyIsReadBehindSomeHundred(String repeated) throws Exception {
    String field = "To: " + repeated.repeat(2_000) + "\r\n";

    assertThat(People.in(Heads.of(field + field + "\r\n")).to()).hasSizeBetween(1, 1_000);
  }
}
