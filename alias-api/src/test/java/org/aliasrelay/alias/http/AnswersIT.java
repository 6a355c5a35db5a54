package org.aliasrelay.alias.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.aliasrelay.alias.testing.IntegrationTest;
import org.aliasrelay.alias.testing.InternalApi;
import org.aliasrelay.alias.testing.NewAlias;
import org.aliasrelay.alias.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers are JSON or none: in another form they would be what Java prints of an object. */
@IntegrationTest
class AnswersIT {
  private static final String ALIASES = "/api/v1/relayaddresses/";
  private static final String KEYS = "/api/v1/keys/";

  @Inject People people;
  @Inject InternalApi internal;

  private String key = "";

  @BeforeEach
  void somebody() {
    key = people.keyOf(People.someAddress(), People.ALL_SCOPES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/plain", "application/xml", "image/png", "html", "/"})
  void nothingIsMadeThatCouldNotBeShown(String accept) {
    notAcceptable(People.with(key).header("Accept", accept).post(KEYS));
    notAcceptable(People.with(key).header("Accept", accept).post(ALIASES));

    People.with(key).get(KEYS).then().body("$", hasSize(1));
    People.with(key).get(ALIASES).then().body("$", hasSize(0));
  }

  @Test
  void nothingIsShownInAnotherForm() {
    String alias = ALIASES + NewAlias.of(People.with(key)).id();
    for (String path :
        new String[] {
          KEYS,
          ALIASES,
          alias,
          alias + "/contacts/",
          alias + "/losses/",
          alias + "/allowed_senders/",
          "/api/v1/profiles/",
          "/__heartbeat__",
          "/__version__"
        }) {
      notAcceptable(People.with(key).header("Accept", "text/html").get(path));
    }
  }

  @Test
  void otherServicesGetJsonToo() {
    for (String path : new String[] {"routes", "deliveries", "notices"}) {
      notAcceptable(
          internal.service().header("Accept", "text/html").body("{}").post("/internal/" + path));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json;q=0.5",
        "text/html, application/json;q=0.9",
        "text/html, */*;q=0.1",
        "application/*",
        "Application/JSON",
        "application/json; version=1",
        "",
        "*/*"
      })
  void jsonHasOneNameHoweverItIsAskedFor(String accept) {
    for (String path : new String[] {KEYS, ALIASES, "/api/v1/profiles/", "/__heartbeat__"}) {
      People.with(key)
          .header("Accept", accept)
          .get(path)
          .then()
          .statusCode(200)
          .header("Content-Type", equalTo("application/json;charset=UTF-8"));
    }
  }

  private static void notAcceptable(Response answer) {
    answer
        .then()
        .statusCode(406)
        .contentType(Problem.MEDIA_TYPE)
        .body("error_code", equalTo("not_acceptable"));
  }
}
