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
    "for ada+shop.2@mailbox.test, for k7m2p9@relay.test",
    "for ada+a+b!=c@mailbox.test, for k7m2p9@relay.test",
    "for ada+@mailbox.test, for k7m2p9@relay.test",
    "ada+caf_=bob=other.example@mailbox.test, k7m2p9@relay.test",
    "for ada%2Bshop%40mailbox.test, for k7m2p9%40relay.test",
    "rfc822;ada+2Bshop+40mailbox.test, rfc822;k7m2p9+40relay.test",
    "for ada+40mailbox.test, for k7m2p9+40relay.test",
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
        "lada@mailbox.test...",
        "&lt;lada@mailbox.test&gt;",
        "lada@mailbox.test&nbsp;wrote",
        "lada@mailbox.test\u00c2\u00a0wrote",
        "mailto:lada@mailbox.test?subject=x",
        "*lada@mailbox.test*",
        "{lada@mailbox.test}",
        "|lada@mailbox.test|",
      })
  void leavesTheAddressesOfOthersAlone(String text) {
    assertThat(primary.isIn(text)).isFalse();
    assertThat(primary.replacedIn(text)).isEqualTo(text);
    assertThat(primary.replacedInFolded(text)).isEqualTo(text);
    assertThat(primary.spelt(text)).isNotEmpty();
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
        "bounce-ada=40mailbox.test",
        "\u001b$B%a!<%k\u001b(Bada@mailbox.test",
        "\u001b[mada@mailbox.test",
        "\u001b[1;31mada@mailbox.test",
        "\\'e9ada@mailbox.test",
        "m\u00e4ada@mailbox.test",
        "\u90ae\u7bb1ada@mailbox.test",
      })
  void takesItForTheOwnersInDoubt(String text) {
    assertThat(primary.isIn(text)).isTrue();
    assertThat(primary.spelt(primary.replacedIn(text))).isEmpty();
    assertThat(primary.spelt(primary.replacedInFolded(text))).isEmpty();
    assertThat(primary.namesakes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00e2\u0080\u009clada@mailbox.test\u00e2\u0080\u009d",
        "?email=lada%40mailbox.test",
        "-lada@mailbox.test-",
      })
  void leavesThatOfACorrespondentHoweverItStands(String text) {
    var known = PrimaryAddress.of(Plans.reply(EmailAddress.of("lada@mailbox.test")));

    assertThat(known.replacedIn(text + " ada@mailbox.test")).isEqualTo(text + " k7m2p9@relay.test");
    assertThat(primary.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://whois.example/?name=ada.dev, https://whois.example/?name=ada.dev",
    "ssh --me=ada.dev, ssh --me=ada.dev",
    "?me=ada.dev&x=me%40ada.dev, ?me=ada.dev&x=k7m2p9%40relay.test",
    "bounce-me=ada.dev@list.example, bounce-k7m2p9=relay.test@list.example",
    "bounce-me=ada.dev=40list.example, bounce-k7m2p9=relay.test=40list.example",
    "me=ada.dev__1a2b@bnc.example, k7m2p9=relay.test__1a2b@bnc.example",
    "bounces-me=ada.dev-123@l.example, bounces-k7m2p9=relay.test-123@l.example",
  })
  void takesAnEqualsSignForAnAtSignOnlyBeforeAnother(String text, String cleaned) {
    var owner = new PrimaryAddress(EmailAddress.of("me@ada.dev"), Plans.ALIAS);

    assertThat(owner.replacedIn(text)).isEqualTo(cleaned);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "o'neil+a.b_c@mailbox.test",
        "mailto:o%27neil%2Ba%2Eb%5Fc@mailbox.test",
        "o&#39;neil&#43;a.b_c@mailbox.test",
        "o&apos;neil&plus;a&period;b&lowbar;c@mailbox.test",
        "rfc822;o+27neil+2Ba.b_c+40mailbox.test",
        "o=27neil=2Ba.b_c=40mailbox.test",
        "o&#x27;neil&#x2B;a.b_c&#64;mailbox.test",
      })
  void knowsEveryCharacterInEachSpelling(String text) {
    var odd = new PrimaryAddress(EmailAddress.of("o'neil+a.b_c@mailbox.test"), Plans.ALIAS);

    assertThat(odd.replacedIn(text)).contains("k7m2p9").doesNotContain("neil");
    assertThat(odd.replacedInFolded(text.replace("neil", "ne\r\n il")))
        .contains("k7m2p9")
        .doesNotContain("\r\n");
  }

  /** What servers and filters make of it. */
  @ParameterizedTest
  @CsvSource({
    "IMCEASMTP-ada+40mailbox+2Etest@corp.example, IMCEASMTP-k7m2p9+40relay.test@corp.example",
    "mailto:IMCEAINVALID-Ada+40Mailbox+2Etest@x.test, mailto:IMCEAINVALID-k7m2p9+40relay.test@x.test",
    "IMCEASMTP-ada+2Bshop+40mailbox+2Etest@x.test, IMCEASMTP-k7m2p9+40relay.test@x.test",
    "u=mailto-3Aada-40mailbox.test&d=DwMF, u=mailto-3Ak7m2p9-40relay.test&d=DwMF",
    "u=mailto-3Aada-2Bshop-40mailbox.test&d=DwMF, u=mailto-3Ak7m2p9-40relay.test&d=DwMF",
    "ada%mailbox.test@relay.example, k7m2p9%relay.test@relay.example",
    "SRS0=aBcD=XY=mailbox.test=ada@fwd.example, SRS0=aBcD=XY=relay.test=k7m2p9@fwd.example",
    "SRS0+aBcD=XY=mailbox.test=ada+x@fwd.example, SRS0+aBcD=XY=relay.test=k7m2p9@fwd.example",
    "SRS1=a=f.test==b=XY=mailbox.test=ada@g.test, SRS1=a=f.test==b=XY=relay.test=k7m2p9@g.test",
    "SRS0%3Db%3DXY%3Dmailbox.test%3Dada%40f.test, SRS0%3Db%3DXY%3Drelay.test%3Dk7m2p9%40f.test",
    "ada_mailbox.test#EXT#@x.onmicrosoft.com, k7m2p9_relay.test#EXT#@x.onmicrosoft.com",
    "?upn=ada_mailbox.test%23EXT%23%40x.test, ?upn=k7m2p9_relay.test%23EXT%23%40x.test",
    "ada@mailbox&#46;test, k7m2p9@relay.test",
  })
  void findsTheAddressInAnother(String text, String cleaned) {
    assertThat(primary.isIn(text)).isTrue();
    assertThat(primary.replacedIn(text)).isEqualTo(cleaned);
    assertThat(primary.replacedInFolded(text)).isEqualTo(cleaned);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SRS0=aBcD=XY=mailbox.test=adam@fwd.example",
        "SRS0=aBcD=XY=mailbox.test=lada@fwd.example",
        "SRS0=aBcD=XY=other.mailbox.test=ada@fwd.example",
        "lada_mailbox.test#EXT#@corp.example",
        "ada_mailbox.test@corp.example",
        "ada-mailbox.test, ada%mailbox.test and mailbox.test=ada",
        "ada, see https://mailbox.test/ada@shop.example",
        "ada+40mailbox+3Etest@corp.example",
      })
  void findsItInNoOther(String text) {
    assertThat(primary.isIn(text)).isFalse();
    assertThat(primary.replacedIn(text)).isEqualTo(text);
    assertThat(primary.replacedInFolded(text)).isEqualTo(text);
  }

  /** Whoever signed in with a detail is reached without it. */
  @ParameterizedTest
  @CsvSource({
    "ada@mailbox.test wrote, k7m2p9@relay.test wrote",
    "ada+relay@mailbox.test wrote, k7m2p9@relay.test wrote",
    "ada%2Brelay%40mailbox.test, k7m2p9%40relay.test",
    "ada+shop@mailbox.test wrote, k7m2p9@relay.test wrote",
    "ada+relay.2@mailbox.test wrote, k7m2p9@relay.test wrote",
    "lada@mailbox.test wrote, lada@mailbox.test wrote",
    "lada+relay@mailbox.test wrote, lada+relay@mailbox.test wrote",
  })
  void knowsTheMailboxBehindADetail(String text, String cleaned) {
    var detailed = new PrimaryAddress(EmailAddress.of("ada+relay@mailbox.test"), Plans.ALIAS);

    assertThat(detailed.replacedIn(text)).isEqualTo(cleaned);
    assertThat(detailed.replacedInFolded(text)).isEqualTo(cleaned);
  }

  @Test
  void knowsNoMailboxBehindADetailAlone() {
    var detail = new PrimaryAddress(EmailAddress.of("+relay@mailbox.test"), Plans.ALIAS);

    assertThat(detail.replacedIn("eve@mailbox.test, +relay@mailbox.test"))
        .isEqualTo("eve@mailbox.test, k7m2p9@relay.test");
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
