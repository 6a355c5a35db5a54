package org.aliasrelay.forward.look;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.ReverseAlias;
import org.aliasrelay.forward.deliver.Composing;
import org.aliasrelay.forward.deliver.Composing.Composed;
import org.aliasrelay.forward.rewrite.Plans;
import org.aliasrelay.forward.rewrite.PrimaryAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which spellings the owner's address is found, and which messages are left in peace. */
class LastLookTest {
  private static final EmailAddress ANN = EmailAddress.of("ann@shop.example");

  @Test
  void seesAnEncodingBehindAJunkLine() {
    assertThat(
            isRevealing(
                """
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: text/plain
                junk
                Content-Transfer-Encoding: quoted-printable

                ada@mail=
                box.test
                --b--
                """))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I am ADA@Mailbox.test",
        "Quoted-printable: =61da=40mail=\nbox.test",
        "with white space after the mark: ada@mail= \t\nbox.test",
        "beside what is none: =x= ada@mailbox=2Etest=",
        "Base64: YWRhQG1haWxib3gudGVzdA==",
        "after some words: xYWRhQG1haWxib3gudGVzdA",
        "with junk in it: YWRhQG-1ha!WxiÄb3gu\n  dGV.zdA==",
        "two texts of it:\n\nYWRhQG0=\nYWlsYm94LnRlc3Q=",
        "uuencode:\nbegin 644 a\n0861A0&UA:6QB;W@N=&5S=   \n`\nend",
        "Subject: =?utf-8?Q?ada=40mail?=\n =?us-ascii?b?Ym94LnRlc3Q=?=",
        "broken words: =?utf-8?q?so =?utf-8?q?ada=40mailbox.test?=",
        "Content-Disposition: attachment; filename*=utf-8''%61da%40mailbox.test",
        "sections: filename*1=\"box.test\";\n filename*0*=utf-8''ada%40mail",
        "quoted pairs: name=\"ad\\a@mail\\box.test\"",
        "\"ada\"@mailbox.test",
        "From: ada(that is me)@mailbox.test",
        "a folded line: ada@mail\n box.test",
        "flowed: ada@ \nmailbox.test",
        "quoted, as flowed text:\n> ada@mail \n> box.test",
        "quoted twice:\n>> ada@\n> > mailbox.test",
        "quoted in UTF-16:\n\0>\0 \0a\0d\0a\0@\0\n\0>\0 \0m\0a\0i\0l\0b\0o\0x\0.\0t\0e\0s\0t\0",
        "quoted in quoted-printable:\n> ada@mail=20\n> box.test",
        "quoted in Base64: PiBhZGFAbWFpbCAKPiBib3gudGVzdAo=",
        "ada<wbr\n>@mailbox.test",
        "<b>ada</b>@<wbr>mailbox.test",
        "(or <b>ada</b>@mailbox.test)",
        "<ada(me)@mailbox.test>",
        "&#97;da&commat;mailbox&#x2e;test",
        "ada&shy;@mail&#8203;box.test",
        "soft hyphens: ada@mail\u00c2\u00adbox.test",
        "\0a\0d\0a\0@\0m\0a\0i\0l\0b\0o\0x\0.\0t\0e\0s\0t",
        "IMCEASMTP-ada+40mailbox+2Etest@corp.example",
        "SRS0=3DaBcD=3DXY=3Dmail=\nbox.test=3Dada@fwd.example",
        "ada_mail<wbr>box.test#EXT#@corp.example",
      })
  void findsTheAddressAs(String text) {
    assertThat(isRevealing("Subject: hello\n\n" + text + "\n")).isTrue();
    assertThat(isRevealing(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I am k7m2p9@relay.test",
        "Mailbox.test is a good provider, says ada.",
        "ada at mailbox.test",
        "find ada @mailbox.test",
        "ada@mail box.test",
        "ada@mail.test",
      })
  void doesNotFindItIn(String text) {
    assertThat(isRevealing("Subject: hello\n\n" + text + "\n")).isFalse();
  }

  @Test
  void mayNameAContactWhoseAddressHoldsTheLetters() {
    EmailAddress lada = EmailAddress.of("lada@mailbox.test");
    String text = "To: Lada@mailbox.test\n\nlada@mailbox.test wrote:\n";
    assertThat(isRevealing(text, Plans.reply(lada))).isFalse();
    assertThat(isRevealing(text, Plans.reply(ANN, new ReverseAlias(lada, Plans.reverse(lada)))))
        .isFalse();
    assertThat(isRevealing(text + "ada@mailbox.test\n", Plans.reply(lada))).isTrue();
  }

  /** Contacts that end like the owner, in every way in which they take their aliases' places. */
  @ParameterizedTest
  @ValueSource(strings = {"mary_ada", "o'n&lada", "x=y+ada", "ada+shop", "j%ada"})
  void mayNameAContactAsItIsWritten(String local) {
    EmailAddress contact = EmailAddress.of(local + "@mailbox.test");
    var plan = Plans.reply(ANN, new ReverseAlias(contact, EmailAddress.of("r1@relay.test")));
    String text =
        """
        To: ann@shop.example
        Content-Type: text/html

        r1@relay.test r1%40relay.test <a href='mailto:r1@relay.test'> bounce-r1=40relay.test
        r1&#64;relay.test
        """;
    Composed composed =
        Composing.reply(
            ("From: ada@mailbox.test\n" + text).replace("\n", "\r\n").getBytes(ISO_8859_1), plan);
    assertThat(composed).isInstanceOf(Composed.Message.class);
  }

  @Test
  void mayNameWhomTheExactReadingMet() {
    var plan = Plans.reply(ANN);
    var primary = PrimaryAddress.of(plan);
    String text = "To: ann@shop.example\r\n\r\nlada@mailbox.test lada=40mailbox.test\r\n";
    assertThat(isRevealing(text, plan, primary)).isTrue();
    assertThat(primary.isIn(text.replace("=40", "@"))).isFalse();
    assertThat(isRevealing(text, plan, primary)).isFalse();
    assertThat(isRevealing(text + "or l=\r\nada@mailbox.test\r\n", plan, primary)).isFalse();
    assertThat(isRevealing(text + "sada@mailbox.test\r\n", plan, primary)).isTrue();
  }

  @Test
  void mayNameWhomAServerWrappedUpAndTheExactReadingMet() {
    var plan = Plans.reply(ANN);
    var primary = PrimaryAddress.of(plan);
    String text = "To: ann@shop.example\r\n\r\nSRS0=ab=XY=outmailbox.test=ada@fwd.example\r\n";
    assertThat(isRevealing(text, plan, primary)).isTrue();
    assertThat(primary.isIn(text)).isFalse();
    assertThat(isRevealing(text, plan, primary)).isFalse();
    assertThat(isRevealing(text.replace("out", ""), plan, primary)).isTrue();
  }

  /** Whatever is looked at piece by piece is cut somewhere. */
  @ParameterizedTest
  @ValueSource(strings = {" ", "\r\n", ">,<", ": "})
  void mayNameOthersWhereverTheTextIsCut(String between) {
    EmailAddress longer = EmailAddress.of("ada@mailbox.test.example");
    var plan = Plans.reply(ANN, new ReverseAlias(longer, Plans.reverse(longer)));
    var primary = PrimaryAddress.of(plan);
    assertThat(primary.isIn("vera.lada@mailbox.test")).isFalse();
    String others = ("vera.lada@mailbox.test" + between + longer.value() + between).repeat(2_000);
    for (int before = 0; before < 60; before++) {
      String text = "x".repeat(before) + between + others;
      assertThat(isRevealing(text, plan, primary)).isFalse();
    }
    assertThat(isRevealing(others + "ada@mailbox.test" + between + others, plan, primary)).isTrue();
  }

  @Test
  void findsTheMailboxBehindADetail() {
    var detailed = EmailAddress.of("ada+relay@mailbox.test");
    var plan = Plans.reply(ANN);
    var reply =
        new DeliveryPlan.Reply(
            plan.destination(), plan.alias(), detailed, plan.reverseAliases(), plan.lane());
    assertThat(isRevealing("> =61da@mailbox.test wrote\n", reply)).isTrue();
    assertThat(isRevealing("> =61da+relay@mailbox.test wrote\n", reply)).isTrue();
  }

  @Test
  void mayNameTheOwnerToTheOwner() {
    assertThat(isRevealing("To: ada@mailbox.test\n\n", Plans.reply(Plans.PRIMARY))).isFalse();
  }

  private static boolean isRevealing(String message) {
    return isRevealing(message, Plans.reply(ANN));
  }

  private static boolean isRevealing(String message, DeliveryPlan.Reply plan) {
    return isRevealing(message.replace("\n", "\r\n"), plan, PrimaryAddress.of(plan));
  }

  private static boolean isRevealing(
      String message, DeliveryPlan.Reply plan, PrimaryAddress primary) {
    return LastLook.of(plan, primary).isRevealing(message.getBytes(ISO_8859_1));
  }
}
