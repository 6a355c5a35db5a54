package org.aliasrelay.local.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.aliasrelay.local.notify.RecordingTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpDoorTest {
  private final InMemoryVault vault = new InMemoryVault();
  private final RecordingTopic topic = new RecordingTopic();
  private final int port = freePort();
  private final SmtpDoor smtp =
      new SmtpDoor(
          new Door(
              new Door.Rule("relay.test", "bucket", "", "arn:topic"),
              vault,
              topic,
              Clock.systemUTC()),
          InetAddress.getLoopbackAddress(),
          port);

  @BeforeEach
  void start() {
    smtp.start();
  }

  @AfterEach
  void stop() {
    smtp.close();
  }

  @Test
  void takesMailForTheRelayDomain() throws IOException {
    try (var talk = new SmtpTalk(port)) {
      assertThat(talk.mail("a@b.test", "x@relay.test", "A: 1\r\n\r\n..dot\r\nend"))
          .matches("250 Ok [0-9a-v]{40}");
    }
    assertThat(stored()).endsWith("\r\nA: 1\r\n\r\n.dot\r\nend\r\n");
  }

  @Test
  void takesTheNullSender() throws IOException {
    try (var talk = new SmtpTalk(port)) {
      assertThat(talk.mail("", "x@relay.test", "A: 1\r\n\r\n")).startsWith("250");
    }
    assertThat(stored()).startsWith("Return-Path: <>\r\n");
  }

  @Test
  void takesOneMessageForSeveralRecipientsOnce() throws IOException {
    try (var talk = new SmtpTalk(port)) {
      talk.say("MAIL FROM:<a@b.test> BODY=8BITMIME");
      talk.say("RCPT TO:<x@relay.test>");
      assertThat(talk.say("RCPT TO:<y@elsewhere.test>")).isEqualTo("550 5.7.1 relaying denied");
      talk.say("RCPT TO:<z@RELAY.test>");
      talk.say("DATA");
      assertThat(talk.say("A: 1\r\n\r\nb\r\n.")).startsWith("250");
    }
    assertThat(topic.messages()).hasSize(1);
    assertThat(topic.messages().getFirst().getJsonObject("receipt").getJsonArray("recipients"))
        .containsExactly("x@relay.test", "z@RELAY.test");
  }

  @Test
  void refusesADeclaredSizeOverFortyMegabytes() throws IOException {
    try (var talk = new SmtpTalk(port)) {
      assertThat(talk.say("MAIL FROM:<a@b.test> SIZE=41943041 BODY=8BITMIME")).startsWith("552");
      assertThat(talk.say("MAIL FROM:<a@b.test> SIZE=99999999999999999999")).startsWith("552");
      assertThat(talk.say("MAIL FROM:<a@b.test> SIZE=41943040")).startsWith("250");
    }
  }

  @Test
  void refusesContentOverFortyMegabytesAndGoesOn() throws IOException {
    String line = "x".repeat(1022) + "\r\n";
    try (var talk = new SmtpTalk(port)) {
      talk.say("MAIL FROM:<a@b.test>");
      talk.say("RCPT TO:<x@relay.test>");
      talk.say("DATA");
      for (int i = 0; i <= Door.MAX_OCTETS / line.length(); i++) {
        talk.send(line);
      }
      assertThat(talk.say(".")).startsWith("552");
      assertThat(vault.objects()).isEmpty();
      assertThat(talk.mail("a@b.test", "x@relay.test", "A: 1\r\n\r\n")).startsWith("250");
    }
  }

  @Test
  void asksTheClientToComeBackWhenTheQueueIsDown() throws IOException {
    topic.goDown();
    try (var talk = new SmtpTalk(port)) {
      assertThat(talk.mail("a@b.test", "x@relay.test", "A: 1\r\n\r\n")).startsWith("451");
      assertThat(talk.say("MAIL FROM:<a@b.test>")).startsWith("250");
    }
    assertThat(vault.objects()).isEmpty();
  }

  @Test
  void takesNothingFromAClientThatBreaksOff() throws IOException {
    try (var talk = new SmtpTalk(port)) {
      talk.say("MAIL FROM:<a@b.test>");
      talk.say("RCPT TO:<x@relay.test>");
      talk.say("DATA");
      talk.send("A: 1\r\n\r\nhalf");
    }
    try (var talk = new SmtpTalk(port)) {
      talk.mail("a@b.test", "x@relay.test", "A: 2\r\n\r\n");
    }
    assertThat(vault.objects()).hasSize(1);
    assertThat(stored()).contains("A: 2");
  }

  @Test
  void keepsABareLineFeedDotAsContent() throws IOException {
    try (var talk = new SmtpTalk(port)) {
      assertThat(talk.mail("a@b.test", "x@relay.test", "A: 1\r\n\r\na\n.\r\nb\n.\nc"))
          .startsWith("250");
    }
    assertThat(stored()).endsWith("\r\n\r\na\n.\r\nb\n.\nc\r\n");
  }

  @Test
  void offersNoChunking() throws IOException {
    try (var talk = new SmtpTalk(port)) {
      talk.say("MAIL FROM:<a@b.test>");
      talk.say("RCPT TO:<x@relay.test>");
      assertThat(talk.say("BDAT 10 LAST")).startsWith("502");
    }
  }

  private String stored() {
    return new String(vault.objects().values().iterator().next(), StandardCharsets.ISO_8859_1);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
