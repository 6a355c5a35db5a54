package org.aliasrelay.alias.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aliasrelay.alias.services.InternalPort;
import org.aliasrelay.alias.testing.IntegrationTest;
import org.aliasrelay.alias.testing.People;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IntegrationTest
class ErrorsIT {
  private static final String PATH = "/api/v1/relayaddresses/";

  /** A server that keeps a connection open must fail the test, not hang it. */
  private static final int PATIENCE_MILLIS = 10_000;

  @Inject People people;
  @Inject InternalPort internalPort;

  @ConfigProperty(name = "test.url")
  @Inject
  URI root;

  @Test
  void everyLayerAnswersWithAProblem() {
    RequestSpecification me = people.somebody();
    problem(given().get(PATH), 401, "not_authenticated");
    problem(People.with("ar_wrong").get(PATH), 401, "not_authenticated");
    problem(given().get("/no/such/path"), 404, "not_found");
    problem(me.get("/api/v1/nothing"), 404, "not_found");
    problem(me.get(PATH + "not-a-number"), 404, "not_found");
    problem(me.put(PATH), 405, "method_not_allowed");
    problem(me.body("{\"enabled\":").post(PATH), 400, "invalid");
    problem(me.body("[1]").post(PATH), 400, "invalid");
    problem(
        given()
            .header(
                "Authorization", "Token " + people.keyOf(People.someAddress(), People.ALL_SCOPES))
            .contentType(ContentType.XML)
            .body("<a/>")
            .post(PATH),
        415,
        "unsupported_media_type");
    problem(
        People.with(people.keyOf(People.someAddress(), List.of("aliases:create"))).get(PATH),
        403,
        "forbidden");
  }

  @Test
  void refusesALargeBody() throws IOException {
    String answer =
        raw(
            "POST "
                + PATH
                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Content-Length: 900000\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 413").contains("\"error_code\":\"too_large\"");
  }

  @Test
  void refusesALargeBodyOfUnknownLength() throws IOException {
    String key = people.keyOf(People.someAddress(), People.ALL_SCOPES);
    String chunk = "24000\r\n" + " ".repeat(0x24000) + "\r\n";
    String answer =
        raw(
            "POST "
                + PATH
                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Authorization: Token "
                + key
                + "\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunk
                + chunk
                + "0\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 413").contains("\"error_code\":\"too_large\"");
  }

  @Test
  void asksForABearerWithoutCredentials() {
    given().get(PATH).then().statusCode(401).header("WWW-Authenticate", "Bearer");
    People.with("ar_wrong").get(PATH).then().statusCode(401).header("WWW-Authenticate", "Bearer");
  }

  @Test
  void servesWithAndWithoutSlashesAndNeverRedirects() throws IOException {
    String key = people.keyOf(People.someAddress(), People.ALL_SCOPES);
    for (String path :
        List.of(
            "/api/v1/relayaddresses",
            "/api/v1/relayaddresses/",
            "//api/v1/relayaddresses/",
            "/api//v1/relayaddresses")) {
      String answer =
          raw(
              "GET "
                  + path
                  + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Token "
                  + key
                  + "\r\n\r\n");
      assertThat(answer).as(path).startsWith("HTTP/1.1 200");
    }
  }

  /** Ways round path policies: CVE-2023-4853, CVE-2026-39852 and CVE-2026-50559 of Quarkus. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/relayaddresses;x=1",
        "/api/v1/relayaddresses/;x",
        "/api;x/v1/relayaddresses/",
        "/api/v1/relayaddresses%3Bx",
        "/api%2Fv1%2Frelayaddresses/",
        "/api/v1%2frelayaddresses/",
        "//api/v1/relayaddresses/",
        "/api//v1///relayaddresses//",
        "/api%5Cv1%5Crelayaddresses/",
        "/./api/v1/relayaddresses/",
        "/x/../api/v1/relayaddresses/",
        "/api/v1/keys;x",
        "/API/v1/relayaddresses/",
        "/internal/routes",
        "//internal/routes",
        "/internal;x/routes",
        "/internal/routes;x",
        "/internal%2Froutes",
        "/internal%2froutes",
        "/%69nternal/routes",
        "/x/../internal/routes",
        "/internal/deliveries"
      })
  void noSpellingOfAPathLetsAStrangerIn(String path) throws IOException {
    for (String method : List.of("GET", "POST")) {
      String answer =
          raw(
              method
                  + " "
                  + path
                  + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                  + "Authorization: Service only-for-tests-0123456789\r\nContent-Length: 2\r\n\r\n{}");
      assertThat(answer).as(method + path).containsPattern("^HTTP/1.1 (401|404|400|405) ");
      assertThat(answer).doesNotContain("<");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/internal/routes", "/internal/deliveries", "/internal/nothing"})
  void thePublicPortKnowsNoInternalPaths(String path) {
    problem(given().contentType(ContentType.JSON).body("{}").post(path), 404, "not_found");
  }

  @Test
  void theInternalPortWantsTheCredential() {
    for (String credential :
        List.of(
            "Service wrong", "Service ", "Bearer only-for-tests-0123456789", "Token ar_wrong")) {
      problem(
          given()
              .port(internalPort.port())
              .header("Authorization", credential)
              .contentType(ContentType.JSON)
              .body("{}")
              .post("/internal/routes"),
          401,
          "not_authenticated");
    }
    problem(
        given().port(internalPort.port()).contentType(ContentType.JSON).post("/internal/routes"),
        401,
        "not_authenticated");
  }

  @Test
  void neitherKeysNorTokensOpenTheInternalApi() {
    String email = People.someAddress();
    String key = people.keyOf(email, People.ALL_SCOPES);
    for (String credential : List.of("Token " + key, "Bearer " + people.tokenOf(email))) {
      given()
          .port(internalPort.port())
          .header("Authorization", credential)
          .contentType(ContentType.JSON)
          .body("{}")
          .post("/internal/routes")
          .then()
          .statusCode(401);
    }
  }

  @Test
  void theMetersAreOnTheInternalPortOnly() {
    given()
        .port(internalPort.port())
        .get("/internal/metrics")
        .then()
        .statusCode(200)
        .body(containsString("jvm_memory_used_bytes"));
    for (String path : List.of("/internal/metrics", "/q/metrics", "/metrics")) {
      problem(given().get(path), 404, "not_found");
    }
  }

  @Test
  void theInternalPortKnowsNoPublicPaths() {
    problem(given().port(internalPort.port()).get(PATH), 404, "not_found");
    problem(given().port(internalPort.port()).get("/q/health/ready"), 404, "not_found");
  }

  @Test
  void anIncompleteInternalRequestIsRefused() {
    for (String body :
        List.of("", "{}", "{\"mailId\":\"m\"}", "{\"mailId\":\"m\",\"recipient\":\"x\"}", "null")) {
      problem(
          given()
              .port(internalPort.port())
              .header("Authorization", "Service only-for-tests-0123456789")
              .contentType(ContentType.JSON)
              .body(body)
              .post("/internal/routes"),
          400,
          "invalid");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[null]", "[{}]", "{}"})
  void aListOfNothingIsRefused(String list) {
    problem(
        given()
            .port(internalPort.port())
            .header("Authorization", "Service only-for-tests-0123456789")
            .contentType(ContentType.JSON)
            .body(
                "{\"mailId\":\"m\",\"token\":\"t\",\"from\":%s,\"replyTo\":[],\"others\":[]}"
                    .formatted(list))
            .post("/internal/deliveries"),
        400,
        "invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rubbish", "{}", "\"", "]", "1"})
  void nothingMayFollowTheBody(String rest) {
    RequestSpecification me = people.somebody();
    problem(me.body("{\"enabled\":true} " + rest).post(PATH), 400, "invalid");
    problem(me.body("{\"name\":\"a\"}" + rest).post("/api/v1/keys/"), 400, "invalid");
    me.body("{\"enabled\":true} \r\n\t").post(PATH).then().statusCode(201);
    me.get(PATH).then().body("$", hasSize(1));
  }

  @Test
  void answersAPreflight() {
    given()
        .header("Origin", "moz-extension://3c1e1b6a")
        .header("Access-Control-Request-Method", "POST")
        .header(
            "Access-Control-Request-Headers",
            "Authorization,Authentication,Content-Type,X-Requested-With")
        .options(PATH)
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", notNullValue())
        .header("Access-Control-Allow-Methods", containsString("POST"))
        .header("Access-Control-Allow-Headers", containsString("Authentication"))
        .header("Access-Control-Allow-Credentials", not(equalTo("true")));
  }

  @Test
  void anErrorCanBeReadAcrossOrigins() {
    given()
        .header("Origin", "moz-extension://3c1e1b6a")
        .get(PATH)
        .then()
        .statusCode(401)
        .header("Access-Control-Allow-Origin", notNullValue());
  }

  @Test
  void tellsItsHealthToAnybody() {
    given().get("/__heartbeat__").then().statusCode(200);
    given().get("/__lbheartbeat__").then().statusCode(200);
    given().get("/__version__").then().statusCode(200).body("version", notNullValue());
  }

  private static void problem(Response answer, int status, String code) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("error_code", equalTo(code))
        .body("type", notNullValue())
        .body("title", notNullValue())
        .body("error", notNullValue())
        .body("message", notNullValue())
        .body("detail", notNullValue());
    assertThat(answer.asString()).doesNotContain("<").doesNotContain("Exception");
  }

  /** As it stands: HTTP clients tidy paths up before they send them. */
  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(root.getHost(), root.getPort());
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
