package org.aliasrelay.local.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.aliasrelay.local.message.HeaderField;
import org.aliasrelay.local.message.RawMessage;
import org.aliasrelay.local.notify.RecordingTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Envelope ENVELOPE =
      new Envelope("shop@b.test", List.of("one@relay.test"), "mx.b.test", "192.0.2.1");

  private final InMemoryVault vault = new InMemoryVault();
  private final RecordingTopic topic = new RecordingTopic();
  private final Door door =
      new Door(
          new Door.Rule("relay.test", "bucket", "in/", "arn:topic"),
          vault,
          topic,
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void putsFieldsOfSesAboveTheBytesAsTheyCame() {
    String original = "From: a@b.test\r\nReturn-Path: <forged@x>\r\n\r\nbody \u00ff\n.\r\n";

    receive(original);

    String stored = stored();
    assertThat(stored).startsWith("Return-Path: <shop@b.test>\r\nReceived: ").endsWith(original);
    assertThat(
            RawMessage.parse(stored.getBytes(StandardCharsets.ISO_8859_1)).fields().stream()
                .limit(8)
                .map(HeaderField::name))
        .containsExactly(
            "Return-Path",
            "Received",
            "X-SES-Spam-Verdict",
            "X-SES-Virus-Verdict",
            "Received-SPF",
            "Authentication-Results",
            "X-SES-RECEIPT",
            "X-SES-DKIM-SIGNATURE");
  }

  @Test
  void takesOutEveryVerdictField() {
    receive(
        "X-Local-Verdicts: spam=FAIL,\r\n dmarc=FAIL\r\nA: 1\r\nx-local-VERDICTS: spf=GRAY\r\n\r\n"
            + "X-Local-Verdicts: in the body");

    assertThat(stored()).endsWith("\r\nA: 1\r\n\r\nX-Local-Verdicts: in the body");
    assertThat(stored().split("X-Local-Verdicts", -1)).hasSize(2);
    assertThat(receipt().getJsonObject("spamVerdict").getString("status")).isEqualTo("FAIL");
    assertThat(receipt().getJsonObject("spfVerdict").getString("status")).isEqualTo("GRAY");
    assertThat(receipt().getJsonObject("virusVerdict").getString("status")).isEqualTo("PASS");
  }

  @Test
  void namesThePolicyOnlyWhenDmarcFailed() {
    receive("X-Local-Verdicts: policy=reject\r\n\r\n");
    receive("X-Local-Verdicts: policy=reject, dmarc=FAIL\r\n\r\n");

    assertThat(topic.messages().getFirst().getJsonObject("receipt").containsKey("dmarcPolicy"))
        .isFalse();
    assertThat(receipt().getString("dmarcPolicy")).isEqualTo("reject");
  }

  @Test
  void announcesWhereTheObjectLies() {
    receive("A: 1\r\n\r\n");

    var action = receipt().getJsonObject("action");
    assertThat(action.getString("type")).isEqualTo("S3");
    assertThat(action.getString("topicArn")).isEqualTo("arn:topic");
    assertThat(action.getString("bucketName")).isEqualTo("bucket");
    assertThat(action.getString("objectKeyPrefix")).isEqualTo("in/");
    assertThat(action.getString("objectKey")).matches("in/[0-9a-v]{40}");
    assertThat(vault.objects()).containsOnlyKeys(action.getString("objectKey"));
    assertThat(action.getString("objectKey"))
        .isEqualTo(
            "in/" + topic.messages().getFirst().getJsonObject("mail").getString("messageId"));
  }

  @Test
  void announcesTheEnvelopeAndNotTheHeader() {
    door.receive(
        new Envelope("", List.of("one@relay.test", "two@relay.test"), "h", "192.0.2.1"),
        "From: x@y.test\r\nTo: three@relay.test\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

    var mail = topic.messages().getFirst().getJsonObject("mail");
    assertThat(mail.getString("source")).isEqualTo("<>");
    assertThat(mail.getJsonArray("destination"))
        .containsExactly("one@relay.test", "two@relay.test");
    assertThat(receipt().getJsonArray("recipients"))
        .containsExactly("one@relay.test", "two@relay.test");
    assertThat(mail.getJsonObject("commonHeaders").getJsonArray("to"))
        .containsExactly("three@relay.test");
    assertThat(mail.getString("timestamp")).isEqualTo("2026-11-22T10:00:00Z");
  }

  @Test
  void leavesNothingBehindWhenTheQueueIsDown() {
    topic.goDown();

    assertThat(receive("A: 1\r\n\r\n")).isEqualTo(new Reception.Deferred());
    assertThat(vault.objects()).isEmpty();
  }

  @Test
  void leavesNothingBehindWhenS3IsDown() {
    vault.goDown();

    assertThat(receive("A: 1\r\n\r\n")).isEqualTo(new Reception.Deferred());
    assertThat(vault.objects()).isEmpty();
    assertThat(topic.messages()).isEmpty();
  }

  @Test
  void refusesAVerdictItDoesNotKnow() {
    assertThat(receive("X-Local-Verdicts: spam=YES\r\n\r\n")).isInstanceOf(Reception.Refused.class);
    assertThat(vault.objects()).isEmpty();
  }

  @Test
  void cannotBeMadeToAddAFieldByTheNameAClientGivesItself() {
    door.receive(
        new Envelope("", List.of("one@relay.test"), "evil\r\nX-Evil: 1", "192.0.2.1"),
        "A: 1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

    assertThat(stored()).doesNotContain("\nX-Evil");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@relay.test", "A@RELAY.Test", "\"x@y\"@relay.test"})
  void servesTheRelayDomainInAnyCase(String recipient) {
    assertThat(door.serves(recipient)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@sub.relay.test",
        "a@relay.test.evil.test",
        "a@evilrelay.test",
        "a@relay.test@evil.test",
        "@relay.test",
        "relay.test",
        "a@relay.test."
      })
  void servesNoOtherDomain(String recipient) {
    assertThat(door.serves(recipient)).isFalse();
  }

  private Reception receive(String content) {
    return door.receive(ENVELOPE, content.getBytes(StandardCharsets.ISO_8859_1));
  }

  private String stored() {
    return new String(vault.objects().values().iterator().next(), StandardCharsets.ISO_8859_1);
  }

  private JsonObject receipt() {
    return topic.messages().getLast().getJsonObject("receipt");
  }
}
