package org.aliasrelay.ingest.receive;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.aliasrelay.ingest.contract.AcceptedMail;
import org.aliasrelay.ingest.read.Notifications;
import org.aliasrelay.testkit.LocalCloudResource;
import org.aliasrelay.testkit.LocalCloudSettings;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The service as it is, on the real queues and the real vault of the local cloud. */
@QuarkusTest
@WithTestResource(LocalCloudResource.class)
@WithTestResource(Surroundings.class)
class InboundMailIT {
  private static final String UNKNOWN = "{\"route\":\"unknown\"}";

  @SuppressWarnings("NullAway.Init") // LocalCloudResource fills it
  LocalCloudSettings settings;

  @SuppressWarnings("NullAway.Init") // Surroundings fills it with itself
  Surroundings surroundings;

  private final String mailId = "mail" + UUID.randomUUID().toString().replace("-", "");
  private final LogLines log = new LogLines();
  private @Nullable Cloud cloud;

  @BeforeEach
  void open() {
    cloud = new Cloud(settings);
    cloud().store("mail/" + mailId);
    surroundings.aliasApi().answer(200, InboundMailIT::forwardEveryAlias);
  }

  @AfterEach
  void close() {
    log.close();
    cloud().take("inbound-mail-dlq");
    cloud().close();
  }

  @Test
  void isReady() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void makesOneAcceptedMailForEachAlias() {
    cloud().send("inbound-mail", surroundings.signed(notification("alias1", "alias2").json()));

    List<AcceptedMail> accepted = accepted(2);
    assertThat(accepted)
        .extracting(AcceptedMail::routeToken)
        .containsExactlyInAnyOrder("token-alias1", "token-alias2");
    assertThat(accepted)
        .extracting(AcceptedMail::siblings)
        .containsOnly(List.of("token-alias1", "token-alias2"));
    assertThat(cloud().stored()).contains("mail/" + mailId);
  }

  @Test
  void buriesAForgeryWithItsReasonAndWithoutItsContent() {
    cloud().send("inbound-mail", surroundings.forged(notification("alias1").json()));

    List<Message> buried = new ArrayList<>();
    until(() -> buried.addAll(cloud().take("inbound-mail-dlq")));
    assertThat(buried)
        .flatExtracting(message -> message.messageAttributes().values())
        .extracting(MessageAttributeValue::stringValue)
        .containsExactly("forged: signature");
    assertThat(buried.getFirst().body()).doesNotContain("@");
    assertThat(cloud().take("accepted-mail")).isEmpty();
    assertThat(cloud().take("yielding-mail")).isEmpty();
  }

  @Test
  void losesNothingWhileAliasApiIsAway() {
    AtomicInteger asked = new AtomicInteger();
    surroundings
        .aliasApi()
        .answer(
            503,
            question -> {
              asked.incrementAndGet();
              return "";
            });

    cloud().send("inbound-mail", surroundings.signed(notification("alias1").json()));
    until(() -> asked.get() >= 3);
    assertThat(cloud().take("accepted-mail")).isEmpty();
    assertThat(cloud().take("yielding-mail")).isEmpty();
    surroundings.aliasApi().answer(200, InboundMailIT::forwardEveryAlias);

    assertThat(accepted(1)).extracting(AcceptedMail::routeToken).containsExactly("token-alias1");
    assertThat(cloud().take("inbound-mail-dlq")).isEmpty();
    until(() -> log.all().contains("mailId=" + mailId + " outcome=admitted reason=none attempt=1"));
  }

  @Test
  void deletesTheContentOfMailThatNobodyGets() {
    surroundings.aliasApi().answer(200, UNKNOWN);

    cloud().send("inbound-mail", surroundings.signed(notification("nobody").json()));

    until(() -> !cloud().stored().contains("mail/" + mailId));
    assertThat(cloud().take("accepted-mail")).isEmpty();
    assertThat(cloud().take("yielding-mail")).isEmpty();
  }

  @Test
  void givesNoAddressToAnyQueueOrLog() {
    cloud().send("inbound-mail", surroundings.signed(notification("alias1").json()));
    cloud().send("inbound-mail", surroundings.forged(notification("alias1").json()));

    List<Message> given = new ArrayList<>();
    until(() -> given.addAll(cloud().take("accepted-mail")));
    until(() -> given.addAll(cloud().take("relay-events")));
    until(() -> given.addAll(cloud().take("inbound-mail-dlq")));

    String everything =
        given.stream().map(Message::body).collect(joining("\n")) + String.join("\n", log.all());
    assertThat(everything)
        .contains(mailId)
        .doesNotContain("shop.example", "alias1@relay.test", "Your order");
  }

  /** At DEBUG the SDK writes whole requests and answers, and so addresses, into the log. */
  @ParameterizedTest
  @ValueSource(strings = {"software.amazon.awssdk.request", "org.apache.http.wire"})
  void keepsTheSdkQuiet(String category) {
    assertThat(Logger.getLogger(category).isDebugEnabled()).isFalse();
  }

  private Notifications notification(String... aliases) {
    String[] recipients = new String[aliases.length];
    for (int i = 0; i < aliases.length; i++) {
      recipients[i] = aliases[i] + "@relay.test";
    }
    return Notifications.received().withMailId(mailId).withRecipients(recipients);
  }

  /** The accepted mails of this test's mail, once there are so many. */
  private List<AcceptedMail> accepted(int count) {
    List<AcceptedMail> accepted = new ArrayList<>();
    until(
        () -> {
          cloud().take("accepted-mail").stream()
              .map(InboundMailIT::acceptedMail)
              .filter(mail -> mail.mailId().value().equals(mailId))
              .forEach(accepted::add);
          return accepted.size() >= count;
        });
    assertThat(accepted).hasSize(count);
    return accepted;
  }

  private static AcceptedMail acceptedMail(Message message) {
    try {
      return new ObjectMapper()
          .registerModule(new Jdk8Module())
          .readValue(message.body(), AcceptedMail.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String forwardEveryAlias(String question) {
    String recipient = question.replaceFirst(".*\"recipient\":\"([^@]+)@.*", "$1");
    return "{\"route\":\"forward\",\"token\":\"token-"
        + recipient
        + "\",\"suspectMail\":\"FORWARD_MARKED\",\"waitSeconds\":0}";
  }

  private static void until(BooleanSupplier condition) {
    await().atMost(Duration.ofSeconds(60)).until(condition::getAsBoolean);
  }

  private Cloud cloud() {
    if (cloud == null) {
      throw new IllegalStateException("before the test");
    }
    return cloud;
  }
}
