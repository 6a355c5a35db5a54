package org.aliasrelay.telemetry;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.aliasrelay.telemetry.contract.InteractionEvent;
import org.aliasrelay.telemetry.contract.RelayEvent;
import org.aliasrelay.testkit.LocalCloudResource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

@QuarkusTest
@WithTestResource(
    value = LocalCloudResource.class,
    initArgs = @ResourceArg(name = "role", value = "telemetry"))
class TelemetryIT {
  private static final String CLICK = "{\"event\":\"sign_up_clicked\"}";

  private final DatabaseDump dump;
  private final SimpleMeterRegistry meters;

  @Inject
  TelemetryIT(DatabaseDump dump, SimpleMeterRegistry meters) {
    this.dump = dump;
    this.meters = meters;
  }

  @Test
  void isReady() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void countsAClick() {
    int before = interactions("sign_up_clicked");

    post(CLICK).statusCode(204);

    assertThat(interactions("sign_up_clicked")).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @CsvSource({"DNT,1", "Sec-GPC,1", "dnt,1", "DNT,' 1 '"})
  void leavesNoTraceOfThoseWhoDoNotWantToBeCounted(String header, String value)
      throws SQLException {
    List<String> before = dump.everything();

    given()
        .header(header, value)
        .contentType(JSON)
        .body(CLICK)
        .post("/interactions")
        .then()
        .statusCode(204);

    assertThat(dump.everything()).isEqualTo(before);
  }

  @Test
  void showsInNoRequestMeterThatSomebodyWasThere() {
    given().header("DNT", "1").contentType(JSON).body(CLICK).post("/interactions");
    given().get("/stats");

    await().until(() -> measuredPaths().contains("/stats"));
    assertThat(measuredPaths()).noneMatch(path -> path.contains("interactions"));
  }

  @ParameterizedTest
  @CsvSource({"DNT,0", "Sec-GPC,0", "DNT,unspecified"})
  void countsThoseWhoDoNotMind(String header, String value) {
    int before = interactions("sign_up_clicked");

    given()
        .header(header, value)
        .contentType(JSON)
        .body(CLICK)
        .post("/interactions")
        .then()
        .statusCode(204);

    assertThat(interactions("sign_up_clicked")).isEqualTo(before + 1);
  }

  @Test
  void refusesAnUnknownEventInEitherCaseAndKeepsNothing() throws SQLException {
    List<String> before = dump.everything();
    String unknown = "{\"event\":\"read_a_mail\"}";

    post(unknown).statusCode(400);
    given()
        .header("DNT", "1")
        .contentType(JSON)
        .body(unknown)
        .post("/interactions")
        .then()
        .statusCode(400);

    assertThat(dump.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not JSON", "{}", "[]", "{\"event\":\"<script>alert(1)</script>\"}"})
  void explainsARefusalWithoutRepeatingIt(String body) {
    post(body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("status", equalTo(400))
        .body("type", equalTo("urn:alias-relay:problem:unknown-event"))
        .body("error", equalTo("unknown-event"))
        .body("message", equalTo("The event is not on the list."))
        .body("detail", equalTo("The event is not on the list."));
  }

  @ParameterizedTest
  @ValueSource(ints = {1025, 10_000})
  void takesNoLongBody(int length) {
    post(" ".repeat(length))
        .statusCode(413)
        .contentType("application/problem+json")
        .body("error", equalTo("body-too-large"));
  }

  @Test
  void takesJsonOnly() {
    given()
        .contentType("text/plain")
        .body(CLICK)
        .post("/interactions")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
  }

  @Test
  void answersProblemsEverywhere() {
    given().get("/nothing").then().statusCode(404);
    given().get("/interactions").then().statusCode(405).contentType("application/problem+json");
  }

  @Test
  void letsNoOtherPageRead() {
    given()
        .header("Origin", "https://elsewhere.example")
        .get("/stats")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", (String) null);
  }

  @Test
  void showsEveryNameZerosIncluded() {
    given()
        .get("/stats")
        .then()
        .statusCode(200)
        .body("interactions.keySet()", hasSize(InteractionEvent.values().length))
        .body("relay.keySet()", hasSize(RelayEvent.Kind.values().length))
        .body("relay.values()", everyItem(not(equalTo(null))));
  }

  @Test
  void countsARepeatedRelayEventOnce() {
    int before = relay("mail_forwarded");
    String repeated = event(UUID.randomUUID().toString(), "MAIL_FORWARDED");

    send(repeated);
    send(repeated);
    send(event(UUID.randomUUID().toString(), "MAIL_FORWARDED"));

    await().atMost(Duration.ofSeconds(30)).until(() -> relay("mail_forwarded") == before + 2);
    await().atMost(Duration.ofSeconds(30)).until(() -> left("relay-events") == 0);
    assertThat(relay("mail_forwarded")).isEqualTo(before + 2);
  }

  @Test
  void buriesAnUnknownVersionWithItsReason() {
    send("{\"version\":99,\"id\":\"x\",\"kind\":\"MAIL_FORWARDED\"}");

    List<Message> buried = new ArrayList<>();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> buried.addAll(receive("relay-events-dlq")) || !buried.isEmpty());
    assertThat(buried)
        .flatExtracting(message -> message.messageAttributes().values())
        .extracting(MessageAttributeValue::stringValue)
        .containsExactly("unknown version 99");
  }

  private List<String> measuredPaths() {
    return meters.getMeters().stream()
        .map(meter -> meter.getId().getTag("uri"))
        .filter(Objects::nonNull)
        .toList();
  }

  private static ValidatableResponse post(String body) {
    return given().contentType(JSON).body(body).post("/interactions").then();
  }

  private static int interactions(String name) {
    return given().get("/stats").path("interactions." + name);
  }

  private static int relay(String name) {
    return given().get("/stats").path("relay." + name);
  }

  private static String event(String id, String kind) {
    return "{\"version\":1,\"id\":\"%s\",\"kind\":\"%s\"}".formatted(id, kind);
  }

  private static void send(String body) {
    try (SqsAsyncClient sqs = sqs()) {
      sqs.sendMessage(r -> r.queueUrl(url("relay-events")).messageBody(body)).join();
    }
  }

  private static List<Message> receive(String queue) {
    try (SqsAsyncClient sqs = sqs()) {
      return sqs.receiveMessage(r -> r.queueUrl(url(queue)).messageAttributeNames("All"))
          .join()
          .messages();
    }
  }

  private static int left(String queue) {
    try (SqsAsyncClient sqs = sqs()) {
      Map<String, String> numbers =
          sqs.getQueueAttributes(r -> r.queueUrl(url(queue)).attributeNamesWithStrings("All"))
              .join()
              .attributesAsStrings();
      return Integer.parseInt(numbers.getOrDefault("ApproximateNumberOfMessages", "0"))
          + Integer.parseInt(numbers.getOrDefault("ApproximateNumberOfMessagesNotVisible", "0"));
    }
  }

  private static SqsAsyncClient sqs() {
    return SqsAsyncClient.builder()
        .endpointOverride(ConfigProvider.getConfig().getValue("relay.aws.endpoint", URI.class))
        .build();
  }

  private static String url(String queue) {
    return ConfigProvider.getConfig().getValue("relay.queues.base-url", String.class) + "/" + queue;
  }
}
