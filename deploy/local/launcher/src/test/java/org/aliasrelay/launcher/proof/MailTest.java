package org.aliasrelay.launcher.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MailTest {

  @Test
  void fileGetsTheLineEndsOfSmtp() {
    assertThat(Mail.fromFile("A: b\n\nx\r\ny".getBytes(UTF_8)).bytes())
        .isEqualTo("A: b\r\n\r\nx\r\ny\r\n".getBytes(UTF_8));
  }

  @Test
  void foldedFieldIsOneLine() {
    assertThat(mail("Subject: one\r\n two\r\nTo: x\r\n\r\nSubject: no\r\n").field("subject"))
        .contains("one two");
  }

  @Test
  void bodyIsNoHeader() {
    assertThat(mail("To: x\r\n\r\nSubject: no\r\n").field("Subject")).isEmpty();
  }

  @Test
  void sameBodyUnderOtherHeadersIsTheSame() {
    Mail sent = mail("To: x\r\n\r\nhello\r\n");
    assertThat(mail("To: y\r\nCc: z\r\n\r\nhello\r\n").hasBodyOf(sent)).isTrue();
    assertThat(mail("To: x\r\n\r\nhello \r\n").hasBodyOf(sent)).isFalse();
  }

  @Test
  void everySampleCanBeToldFromTheOneBefore() {
    Random random = new Random(1);
    Mail one = Sample.to("x@relay.test", Clock.systemUTC(), random);
    Mail two = Sample.to("x@relay.test", Clock.systemUTC(), random);
    assertThat(one.hasBodyOf(two)).isFalse();
    assertThat(one.field("To")).contains("<x@relay.test>");
  }

  @Test
  void showsWhatBecameOfEachField() {
    Mail before =
        mail("From: a\r\nTo: b\r\nReturn-Receipt-To: a\r\nSubject: s\r\nX-Other: 1\r\n\r\n");
    Mail after = mail("From: r\r\nTo: b\r\nReply-To: r2\r\nSubject: s\r\n\r\n");
    assertThat(FieldChange.between(before, after))
        .containsExactly(
            new FieldChange.Changed("From", "a", "r"),
            new FieldChange.Kept("To", "b"),
            new FieldChange.Added("Reply-To", "r2"),
            new FieldChange.Kept("Subject", "s"),
            new FieldChange.Removed("Return-Receipt-To", "a"));
  }

  private static Mail mail(String text) {
    return new Mail(text.getBytes(UTF_8));
  }
}
