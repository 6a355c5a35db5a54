package org.aliasrelay.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.aliasrelay.local.door.SmtpTalk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.SesException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Mail through the whole local cloud, with the clients that the relay uses. */
class MailRoadIT {
  private static final String BODY = "\r\ncanary \u00e9\u0000\n..\r\n\tend";

  @TempDir private static Path folder;
  private static CloudProcess cloud;
  private static SqsClient sqs;
  private static S3Client s3;
  private static SesV2Client v2;
  private static SesClient v1;

  @BeforeAll
  static void start() {
    cloud = new CloudProcess(folder);
    sqs = cloud.client(SqsClient.builder());
    s3 = cloud.client(S3Client.builder().forcePathStyle(true));
    v2 =
        cloud.client(
            SesV2Client.builder()
                .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1))));
    v1 =
        cloud.client(
            SesClient.builder().overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1))));
  }

  @AfterAll
  static void stop() throws Exception {
    v1.close();
    v2.close();
    s3.close();
    sqs.close();
    cloud.close();
  }

  @BeforeEach
  void empty() throws Exception {
    cloud.request("PUT", cloud.aws() + "/_local/ses", "{}");
    cloud.request("DELETE", cloud.aws() + "/_local/journal", "");
    cloud.request("DELETE", cloud.mailboxUrl() + "/api/messages", "");
    takeAll("inbound-mail");
    takeAll("mail-events");
  }

  @Test
  void putsReceivedMailInS3AndAnnouncesItSigned() throws Exception {
    try (var talk = new SmtpTalk(cloud.smtpPort())) {
      assertThat(talk.mail("a@b.test", "x@relay.test", "From: a@b.test\r\n" + BODY))
          .startsWith("250");
    }

    var envelope = takeAll("inbound-mail").getFirst();
    assertThat(verifies(envelope)).isTrue();
    var action =
        new JsonObject(envelope.getString("Message"))
            .getJsonObject("receipt")
            .getJsonObject("action");
    byte[] stored =
        s3.getObject(
                r -> r.bucket(action.getString("bucketName")).key(action.getString("objectKey")),
                ResponseTransformer.toBytes())
            .asByteArray();
    assertThat(new String(stored, StandardCharsets.ISO_8859_1))
        .startsWith("Return-Path: <a@b.test>\r\n")
        .endsWith("From: a@b.test\r\n" + BODY + "\r\n");
  }

  @Test
  void deliversARawSendByV2() throws Exception {
    String id = sendV2("From: a@relay.test\r\nMessage-ID: <old@x>\r\n" + BODY, "x@b.test");

    var mail = messages("x@b.test").getJsonObject(0);
    byte[] raw =
        cloud
            .request(
                "GET", cloud.mailboxUrl() + "/api/messages/" + mail.getString("id") + "/raw", "")
            .body();
    assertThat(raw).hasSize(mail.getInteger("size"));
    assertThat(new String(raw, StandardCharsets.ISO_8859_1))
        .startsWith("Return-Path: <" + id + "@mail.relay.test>\r\n")
        .contains("Message-ID: <" + id + "@email.amazonses.com>\r\n")
        .doesNotContain("old@x")
        .endsWith("From: a@relay.test\r\n" + BODY);
    assertThat(takeAll("mail-events"))
        .allMatch(MailRoadIT::verifies)
        .extracting(e -> new JsonObject(e.getString("Message")).getString("eventType"))
        .containsExactly("Send");
  }

  @Test
  void deliversARawSendByV1() throws Exception {
    var answer =
        v1.sendRawEmail(
            r ->
                r.destinations("x@b.test", "y@b.test")
                    .source("a@relay.test")
                    .rawMessage(m -> m.data(bytes("From: a@relay.test\r\n" + BODY))));

    assertThat(answer.messageId()).isNotEmpty();
    assertThat(messages("x@b.test")).hasSize(1);
    assertThat(messages("y@b.test")).hasSize(1);
  }

  @Test
  void speaksTheErrorsOfV2() throws Exception {
    assertThatThrownBy(() -> sendV2("From: a@evil.test\r\n" + BODY, "x@b.test"))
        .isInstanceOf(MessageRejectedException.class);
    assertThatThrownBy(
            () -> sendV2("From: a@relay.test\r\nSubject: 1\r\nsubject: 2\r\n\r\n", "x@b.test"))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("Duplicate header 'subject'.");
    set("{\"failNext\":1}");
    assertThatThrownBy(() -> sendV2("From: a@relay.test\r\n" + BODY, "x@b.test"))
        .isInstanceOf(TooManyRequestsException.class);
    set("{\"paused\":true}");
    assertThatThrownBy(() -> sendV2("From: a@relay.test\r\n" + BODY, "x@b.test"))
        .isInstanceOf(SendingPausedException.class);
    assertThat(messages("x@b.test")).isEmpty();
  }

  @Test
  void speaksTheErrorsOfV1() throws Exception {
    set("{\"failNext\":1}");

    assertThatThrownBy(
            () ->
                v1.sendRawEmail(
                    r -> r.rawMessage(m -> m.data(bytes("From: a@relay.test\r\n" + BODY)))))
        .isInstanceOfSatisfying(
            SesException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("Throttling");
              assertThat(e.isThrottlingException()).isTrue();
            });
  }

  @Test
  void tellsTheSendingQuotaInBothApis() throws Exception {
    set("{\"maxSendRate\":14,\"max24Hour\":50000}");

    var quota = v2.getAccount(r -> {}).sendQuota();
    assertThat(quota.maxSendRate()).isEqualTo(14);
    assertThat(quota.max24HourSend()).isEqualTo(50_000);
    assertThat(v1.getSendQuota().maxSendRate()).isEqualTo(14);
  }

  @Test
  void bringsMailForTheRelayDomainBackIn() throws Exception {
    sendV2("From: a@relay.test\r\n" + BODY, "other@RELAY.test");

    var message = new JsonObject(takeAll("inbound-mail").getFirst().getString("Message"));
    assertThat(message.getJsonObject("receipt").getJsonArray("recipients"))
        .containsExactly("other@RELAY.test");
    assertThat(messages("other@relay.test")).isEmpty();
  }

  @Test
  void journalsSends() throws Exception {
    String id = sendV2("From: a@relay.test\r\n" + BODY, "x@b.test");

    assertThat(
            new JsonArray(cloud.text("GET", cloud.aws() + "/_local/journal", ""))
                .getJsonObject(0)
                .getString("id"))
        .isEqualTo(id);
  }

  @Test
  void carriesTheLargestMessageOfV2() throws Exception {
    String message = "From: a@relay.test\r\n\r\n" + ("x".repeat(998) + "\r\n").repeat(31_000);

    sendV2(message, "x@b.test");

    assertThat(messages("x@b.test").getJsonObject(0).getInteger("size"))
        .isGreaterThan(message.length());
  }

  @Test
  void answersTheMailboxApiAsPromised() throws Exception {
    sendV2("From: a@relay.test\r\nSubject: one\r\n" + BODY, "X@b.test");
    String url = cloud.mailboxUrl() + "/api/messages";
    String id = messages("x@B.TEST").getJsonObject(0).getString("id");

    assertThat(status("GET", url + "/" + id)).isEqualTo(200);
    assertThat(status("HEAD", url + "/" + id + "/raw")).isEqualTo(200);
    assertThat(status("POST", url)).isEqualTo(405);
    assertThat(status("GET", url + "/none")).isEqualTo(404);
    assertThat(status("GET", cloud.mailboxUrl() + "/none")).isEqualTo(404);
    assertThat(status("DELETE", url + "?to=y@b.test")).isEqualTo(204);
    assertThat(messages("x@b.test")).hasSize(1);
    assertThat(status("DELETE", url + "?to=x@b.test")).isEqualTo(204);
    assertThat(status("DELETE", url + "/" + id)).isEqualTo(404);
    assertThat(messages("x@b.test")).isEmpty();
  }

  @Test
  void showsMailWithoutLettingItDoAnything() throws Exception {
    sendV2(
        "From: a@relay.test\r\nContent-Type: text/html\r\n\r\n<script>evil()</script>", "x@b.test");
    String page =
        cloud.mailboxUrl() + "/messages/" + messages("x@b.test").getJsonObject(0).getString("id");

    assertThat(
            cloud.request("GET", page + "/html", "").headers().allValues("Content-Security-Policy"))
        .containsExactly("sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'");
    for (String tab : List.of("", "/headers", "/source")) {
      assertThat(cloud.text("GET", page + tab, ""))
          .contains("<nav class=\"tabs\"")
          .doesNotContain("<script>");
    }
  }

  @Test
  void showsTheMailboxByImap() throws Exception {
    sendV2("From: a@relay.test\r\nSubject: before\r\n" + BODY, "x@b.test");
    var session = Session.getInstance(new Properties());
    try (var store = session.getStore("imap")) {
      store.connect("127.0.0.1", cloud.imapPort(), "X@b.test", "any");
      sendV2("From: a@relay.test\r\nSubject: after\r\n" + BODY, "x@b.test");
      sendV2("From: a@relay.test\r\nSubject: foreign\r\n" + BODY, "y@b.test");
      try (var inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        var subjects = new ArrayList<String>();
        for (var message : inbox.getMessages()) {
          subjects.add(message.getSubject());
        }
        assertThat(subjects).containsExactly("before", "after");
      }
    }
  }

  @Test
  void keepsMailAndKeyAcrossARestart() throws Exception {
    sendV2("From: a@relay.test\r\nSubject: kept\r\n" + BODY, "x@b.test");
    String certificate = takeAll("mail-events").getFirst().getString("SigningCertURL");

    cloud.restart();

    assertThat(messages("x@b.test").getJsonObject(0).getString("subject")).isEqualTo("kept");
    assertThat(status("GET", certificate)).isEqualTo(200);
  }

  @Test
  void writesNoContentToLogsAndOnlyCompressedMailToDisk() throws Exception {
    String canary = "canary-" + System.nanoTime();
    try (var talk = new SmtpTalk(cloud.smtpPort())) {
      talk.mail(
          canary + "@b.test",
          "x@relay.test",
          "Subject: " + canary + "\r\n\r\n" + canary + "-body\r\n");
    }
    var action =
        new JsonObject(takeAll("inbound-mail").getFirst().getString("Message"))
            .getJsonObject("receipt")
            .getJsonObject("action");
    s3.deleteObject(
        r -> r.bucket(action.getString("bucketName")).key(action.getString("objectKey")));

    assertThat(cloud.log()).doesNotContain(canary);
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(canary + "-body");
      }
    }
  }

  private static String sendV2(String message, String recipient) {
    return v2.sendEmail(
            r ->
                r.fromEmailAddress("a@relay.test")
                    .destination(d -> d.toAddresses(recipient))
                    .content(c -> c.raw(raw -> raw.data(bytes(message))))
                    .emailTags(MessageTag.builder().name("d").value("claim-1").build())
                    .configurationSetName("events"))
        .messageId();
  }

  private static SdkBytes bytes(String message) {
    return SdkBytes.fromByteArray(message.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void set(String settings) throws Exception {
    assertThat(cloud.request("PUT", cloud.aws() + "/_local/ses", settings).statusCode())
        .isEqualTo(200);
  }

  private static int status(String method, String url) throws Exception {
    return cloud.request(method, url, "").statusCode();
  }

  private static JsonArray messages(String to) throws Exception {
    return new JsonArray(cloud.text("GET", cloud.mailboxUrl() + "/api/messages?to=" + to, ""));
  }

  private static List<JsonObject> takeAll(String queue) {
    var taken = new ArrayList<JsonObject>();
    String url = cloud.queueUrl(queue);
    while (true) {
      var messages = sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10)).messages();
      if (messages.isEmpty()) {
        return taken;
      }
      for (var message : messages) {
        taken.add(new JsonObject(message.body()));
        sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    }
  }

  private static boolean verifies(JsonObject envelope) {
    try {
      byte[] pem = cloud.request("GET", envelope.getString("SigningCertURL"), "").body();
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(pem)));
      var text = new StringBuilder();
      for (String key :
          List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type")) {
        text.append(key).append('\n').append(envelope.getString(key)).append('\n');
      }
      signature.update(text.toString().getBytes(StandardCharsets.UTF_8));
      return signature.verify(Base64.getDecoder().decode(envelope.getString("Signature")));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
