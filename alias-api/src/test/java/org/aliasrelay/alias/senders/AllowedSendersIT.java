package org.aliasrelay.alias.senders;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aliasrelay.alias.testing.IntegrationTest;
import org.aliasrelay.alias.testing.NewAlias;
import org.aliasrelay.alias.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IntegrationTest
class AllowedSendersIT {
  @Inject People people;

  private String key = "";
  private NewAlias alias = new NewAlias(0, "");

  @BeforeEach
  void anAlias() {
    key = people.keyOf(People.someAddress(), People.ALL_SCOPES);
    alias = NewAlias.of(me());
  }

  private RequestSpecification me() {
    return People.with(key);
  }

  private String path() {
    return "/api/v1/relayaddresses/" + alias.id() + "/allowed_senders/";
  }

  @Test
  void anybodyMayWriteAtFirst() {
    me().get(path()).then().statusCode(200).body("$", empty());
  }

  @Test
  void keepsAndReplacesTheList() {
    me().body(List.of("Shop@Sender.example", "@bank.example", "bank.example"))
        .put(path())
        .then()
        .statusCode(200)
        .body("$", contains("bank.example", "shop@sender.example"));

    me().body(List.of("other.example")).put(path()).then().body("$", contains("other.example"));
    me().get(path()).then().body("$", contains("other.example"));
    me().body(List.of()).put(path()).then().body("$", empty());
  }

  @Test
  void refusesAListThatIsNone() {
    me().body(Map.of("a", "b")).put(path()).then().statusCode(400);
    me().body(List.of("ok.example", "not ok"))
        .put(path())
        .then()
        .statusCode(400)
        .body("error_code", equalTo("invalid_sender"));
    me().body(IntStream.range(0, 501).mapToObj(i -> "s" + i + ".example").toList())
        .put(path())
        .then()
        .statusCode(400)
        .body("error_code", equalTo("too_many_senders"));
    me().get(path()).then().body("$", empty());
  }

  @Test
  void nobodySeesOrChangesTheListOfOthers() {
    RequestSpecification other = people.somebody();

    other.get(path()).then().statusCode(404);
    other.body(List.of("x.example")).put(path()).then().statusCode(404);
    me().get(path()).then().body("$", empty());
  }
}
