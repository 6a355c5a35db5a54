package org.aliasrelay.alias.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.aliasrelay.alias.testing.IntegrationTest;
import org.aliasrelay.alias.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Access tokens that the accounts provider gave to another client than this relay's. */
@IntegrationTest
class TokensOfOthersIT {
  private static final String OTHER = "some-other-service";
  private static final String RELAY = "https://identity.mozilla.com/apps/relay";

  @Inject People people;

  private final String email = People.someAddress();

  @BeforeEach
  void anAccount() {
    assertThat(people.keyOf(email, People.ALL_SCOPES)).isNotEmpty();
  }

  @Test
  void isNoneWithoutTheScopeOfTheRelay() {
    for (String scope : List.of("", "openid profile email", "profile " + RELAY + "x")) {
      String token = people.tokenOf(email, OTHER, scope);

      with(token).get("/api/v1/relayaddresses/").then().statusCode(401);
      with(token).body("{}").post("/api/v1/keys/").then().statusCode(401);
      with(token).post("/api/v1/terms-accepted-user/").then().statusCode(401);
    }
  }

  @Test
  void isGoodWithTheScopeOfTheRelay() {
    String token = people.tokenOf(email, OTHER, "profile " + RELAY);

    with(token).get("/api/v1/relayaddresses/").then().statusCode(200);
    with(token).post("/api/v1/terms-accepted-user/").then().statusCode(202);
  }

  private static RequestSpecification with(String token) {
    return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
  }
}
