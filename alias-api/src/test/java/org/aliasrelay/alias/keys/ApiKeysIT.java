package org.aliasrelay.alias.keys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.aliasrelay.alias.testing.AtOnce;
import org.aliasrelay.alias.testing.IntegrationTest;
import org.aliasrelay.alias.testing.People;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IntegrationTest
class ApiKeysIT {
  private static final String KEYS = "/api/v1/keys/";
  private static final String ALIASES = "/api/v1/relayaddresses/";

  @Inject People people;

  @ConfigProperty(name = "relay.keys.per-account")
  int perAccount;

  @Test
  void isGoodInThreeSpellings() {
    String key = people.keyOf(People.someAddress(), List.of("aliases:read"));

    for (Map.Entry<String, String> header :
        List.of(
            Map.entry("Authorization", "Token " + key),
            Map.entry("Authorization", "Bearer " + key),
            Map.entry("Authorization", "bearer " + key),
            Map.entry("Authentication", key))) {
      given().header(header.getKey(), header.getValue()).get(ALIASES).then().statusCode(200);
    }
  }

  @Test
  void isShownOnceAndNeverListed() {
    String email = People.someAddress();
    String key = people.keyOf(email, People.ALL_SCOPES);

    String list = People.with(key).get(KEYS).then().statusCode(200).extract().asString();

    assertThat(key).matches("ar_[A-Za-z0-9_-]{43}");
    assertThat(list).doesNotContain(key).doesNotContain("\"key\"").contains("\"name\":\"test\"");
  }

  @Test
  void remembersTheDayOfItsLastUse() {
    String before = LocalDate.now(ZoneOffset.UTC).toString();
    String key = people.keyOf(People.someAddress(), People.ALL_SCOPES);

    var keys = People.with(key).get(KEYS).then();

    // Midnight may have come in between.
    String after = LocalDate.now(ZoneOffset.UTC).toString();
    keys.body("[0].last_used_on", oneOf(before, after)).body("[0].expires_at", nullValue());
  }

  @Test
  void doesOnlyWhatItsScopesSay() {
    String email = People.someAddress();
    String creates = people.keyOf(email, List.of("aliases:create"));
    String reads = people.keyOf(email, List.of("aliases:read"));

    People.with(creates).post(ALIASES).then().statusCode(201);
    People.with(creates).get(ALIASES).then().statusCode(403);
    People.with(reads).get(ALIASES).then().statusCode(200);
    People.with(reads).post(ALIASES).then().statusCode(403);
    People.with(creates).get(KEYS).then().statusCode(403);
    People.with(people.keyOf(email, People.ALL_SCOPES))
        .post("/api/v1/terms-accepted-user/")
        .then()
        .statusCode(403);
  }

  @Test
  void endsWhenItIsRevoked() {
    String key = people.keyOf(People.someAddress(), People.ALL_SCOPES);
    String id = People.with(key).get(KEYS).then().extract().path("[0].id");

    People.with(key).delete(KEYS + id + "/").then().statusCode(204);

    People.with(key).get(ALIASES).then().statusCode(401);
  }

  @Test
  void cannotBeRevokedByAnotherPerson() {
    String mine = people.keyOf(People.someAddress(), People.ALL_SCOPES);
    String id = People.with(mine).get(KEYS).then().extract().path("[0].id");

    people.somebody().delete(KEYS + id + "/").then().statusCode(404);

    People.with(mine).get(ALIASES).then().statusCode(200);
  }

  @Test
  void isRefusedWithAnUnknownScopeOrAPastExpiry() {
    String key = people.keyOf(People.someAddress(), People.ALL_SCOPES);

    for (String body :
        List.of("{\"scopes\":[\"service\"]}", "{\"expires_at\":\"2020-01-01T00:00:00Z\"}")) {
      People.with(key).body(body).post(KEYS).then().statusCode(400);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"scopes\":[null]}",
        "{\"scopes\":[\"account\",null]}",
        "{\"scopes\":[[]]}",
        "{\"scopes\":\"account\"}",
        "{\"expires_at\":\"+300000-01-01T00:00:00Z\"}",
        "{\"expires_at\":[null]}",
        "{\"name\":{}}"
      })
  void isRefusedForAWishThatIsNone(String wish) {
    String key = people.keyOf(People.someAddress(), People.ALL_SCOPES);

    People.with(key)
        .body(wish)
        .post(KEYS)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void isRefusedBeyondTheBoundEvenToManyRequestsAtTheSameTime() throws Exception {
    String key = people.keyOf(People.someAddress(), People.ALL_SCOPES);

    List<Integer> answers =
        AtOnce.call(2 * perAccount, () -> People.with(key).body("{}").post(KEYS).statusCode());

    assertThat(answers)
        .containsOnly(201, 403)
        .filteredOn(status -> status == 201)
        .hasSize(perAccount - 1);
    People.with(key)
        .body("{}")
        .post(KEYS)
        .then()
        .statusCode(403)
        .body("error_code", equalTo("key_limit"))
        .body("error_context.key_limit", equalTo(perAccount));
  }

  @Test
  void anAccountsTokenOfAnOwnerIsAsGoodAsAKey() {
    String email = People.someAddress();
    assertThat(people.keyOf(email, People.ALL_SCOPES)).isNotEmpty();

    given()
        .header("Authorization", "Bearer " + people.tokenOf(email))
        .contentType(ContentType.JSON)
        .get(ALIASES)
        .then()
        .statusCode(200);
  }
}
