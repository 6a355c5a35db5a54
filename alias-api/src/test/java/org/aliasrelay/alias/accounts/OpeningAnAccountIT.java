package org.aliasrelay.alias.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.sealing.AccountId;
import org.aliasrelay.alias.testing.AtOnce;
import org.aliasrelay.alias.testing.IntegrationTest;
import org.aliasrelay.alias.testing.People;
import org.junit.jupiter.api.Test;

@IntegrationTest
class OpeningAnAccountIT {
  private static final PreferenceChange WANTS_BANNER =
      new PreferenceChange(Optional.empty(), Optional.of(true), Optional.empty(), Optional.empty());

  @Inject People people;
  @Inject Accounts accounts;

  @Test
  void opensAnAccountOnce() {
    String token = people.tokenOf(People.someAddress());

    accept(token).then().statusCode(201);
    accept(token).then().statusCode(202);
  }

  @Test
  void opensItOnceForManyRequestsAtTheSameTime() throws Exception {
    String token = people.tokenOf(People.someAddress());
    assertThat(AtOnce.call(8, () -> accept(token).statusCode()))
        .containsOnly(201, 202)
        .containsOnlyOnce(201);
  }

  @Test
  void wishDoesNotBringBackAnAddressThatWasReplacedMeanwhile() {
    String primary = People.someAddress();
    String other = People.someAddress();
    JsonPath claims = People.claimsOf(people.tokenOf(primary));
    AccountId account = ((Opening.Opened) accounts.open(person(claims, primary))).account();

    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              assertThat(accounts.find(account)).isPresent();
              var _ =
                  QuarkusTransaction.requiringNew()
                      .call(() -> accounts.open(person(claims, other)));
              accounts.prefer(account, WANTS_BANNER);
            });

    assertThat(addressOf(account)).isEqualTo(EmailAddress.of(other));
  }

  @Test
  void refusesAPrimaryAddressOnTheRelayDomain() {
    accept(people.tokenOf("me@relay.test"))
        .then()
        .statusCode(403)
        .body("error_code", equalTo("primary_is_an_alias"));
    accept(people.tokenOf("me@sub.relay.test")).then().statusCode(403);
  }

  @Test
  void refusesAPrimaryAddressAtAnotherRelay() {
    for (String address : List.of("me@mozmail.com", "me@Anna.AnonAddy.com", "me@duck.com")) {
      accept(people.tokenOf(address))
          .then()
          .statusCode(403)
          .body("error_code", equalTo("primary_is_an_alias"));
    }
    accept(people.tokenOf("me-" + UUID.randomUUID() + "@duck.com.mailbox.test"))
        .then()
        .statusCode(201);
  }

  @Test
  void refusesAPrimaryAddressThatCannotBeSentTo() {
    accept(people.tokenOf("jürgen@mailbox.test"))
        .then()
        .statusCode(403)
        .body("error_code", equalTo("primary_not_ascii"));
  }

  @Test
  void keepsTheAddressWhereTheNewOneCannotBeSentTo() {
    String primary = People.someAddress();
    JsonPath claims = People.claimsOf(people.tokenOf(primary));
    AccountId account = ((Opening.Opened) accounts.open(person(claims, primary))).account();

    assertThat(accounts.open(person(claims, "jürgen@mailbox.test")))
        .isEqualTo(new Opening.NotAddressable());
    assertThat(addressOf(account)).isEqualTo(EmailAddress.of(primary));
  }

  private EmailAddress addressOf(AccountId account) {
    return QuarkusTransaction.requiringNew()
        .call(() -> accounts.find(account).orElseThrow().primary());
  }

  private static Person person(JsonPath claims, String email) {
    return new Person(
        claims.getString("iss"), claims.getString("sub"), EmailAddress.of(email), null);
  }

  @Test
  void refusesAForgedToken() {
    String token = people.tokenOf(People.someAddress());

    accept(token.substring(0, token.lastIndexOf('.') + 1) + "AAAA").then().statusCode(401);
    accept("no.such.token").then().statusCode(401);
  }

  @Test
  void wantsAnAccountBeforeKeys() {
    given()
        .header("Authorization", "Bearer " + people.tokenOf(People.someAddress()))
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/api/v1/keys/")
        .then()
        .statusCode(403);
  }

  private static Response accept(String token) {
    return given().header("Authorization", "Bearer " + token).post("/api/v1/terms-accepted-user/");
  }
}
