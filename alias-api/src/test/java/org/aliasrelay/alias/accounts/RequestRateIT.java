package org.aliasrelay.alias.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.aliasrelay.alias.sealing.AccountId;
import org.aliasrelay.alias.testing.IntegrationTest;
import org.aliasrelay.alias.testing.People;
import org.junit.jupiter.api.Test;

@IntegrationTest
class RequestRateIT {
  private static final String PATH = "/api/v1/relayaddresses/";

  @Inject People people;
  @Inject Accounts accounts;
  @Inject RequestRate rate;

  @Test
  void whoAsksTooMuchIsToldToWaitAndNobodyElseIs() {
    String primary = People.someAddress();
    RequestSpecification me = People.with(people.keyOf(primary, People.ALL_SCOPES));
    JsonPath claims = People.claimsOf(people.tokenOf(primary));
    AccountId account =
        accounts.ofSubject(claims.getString("iss"), claims.getString("sub")).orElseThrow();
    me.get(PATH).then().statusCode(200);

    // A share comes back meanwhile now and then.
    await()
        .untilAsserted(
            () -> {
              while (rate.take(account)) {}
              Response refused = me.get(PATH);
              assertThat(refused.statusCode()).isEqualTo(429);
              assertThat(refused.header("Retry-After")).isEqualTo("1");
              assertThat(refused.<String>path("error_code")).isEqualTo("rate_limited");
            });
    people.somebody().get(PATH).then().statusCode(200);
    await().untilAsserted(() -> me.get(PATH).then().statusCode(200));
  }
}
