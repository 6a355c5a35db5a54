package org.aliasrelay.alias.aliases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aliasrelay.alias.testing.IntegrationTest;
import org.aliasrelay.alias.testing.People;
import org.junit.jupiter.api.Test;

@IntegrationTest
class RelayAddressesIT {
  private static final String PATH = "/api/v1/relayaddresses/";

  @Inject People people;

  @Test
  void createsAnAddressFromNothing() {
    people
        .somebody()
        .post(PATH)
        .then()
        .statusCode(201)
        .body("mask_type", equalTo("random"))
        .body("enabled", equalTo(true))
        .body("description", emptyString())
        .body("generated_for", emptyString())
        .body("block_list_emails", equalTo(false))
        .body("used_on", nullValue())
        .body("last_used_at", nullValue())
        .body("domain", equalTo(1))
        .body("full_address", matchesPattern("[b-z][b-z2-9]{11}@relay\\.test"));
  }

  @Test
  void everyKeyIsAlwaysPresent() {
    Map<String, Object> alias = people.somebody().post(PATH).then().extract().path("$");

    assertThat(alias.keySet())
        .isEqualTo(
            Set.of(
                "mask_type",
                "enabled",
                "description",
                "generated_for",
                "block_list_emails",
                "used_on",
                "id",
                "disabled_because",
                "uuid",
                "address",
                "domain",
                "full_address",
                "created_at",
                "last_modified_at",
                "last_used_at",
                "num_forwarded",
                "num_blocked",
                "num_level_one_trackers_blocked",
                "num_replied",
                "num_spam"));
    assertThat(alias.get("full_address")).isEqualTo(alias.get("address") + "@relay.test");
    assertThat(alias.get("id")).isInstanceOf(Long.class);
  }

  @Test
  void acceptsWhatBitwardenSends() {
    people
        .somebody()
        .body("{\"enabled\":true,\"generated_for\":null,\"description\":\"a note\",\"x\":[1]}")
        .post(PATH)
        .then()
        .statusCode(201)
        .body("generated_for", emptyString())
        .body("description", equalTo("a note"));
  }

  @Test
  void cutsOverLongLabels() {
    people
        .somebody()
        .body(
            Map.of(
                "description", "d".repeat(300),
                "generated_for", "g".repeat(300),
                "used_on", "u".repeat(3000)))
        .post(PATH)
        .then()
        .statusCode(201)
        .body("description", hasLength(64))
        .body("generated_for", hasLength(255))
        .body("used_on", hasLength(2000));
  }

  @Test
  void refusesAFlagThatIsNone() {
    people.somebody().body("{\"enabled\":\"maybe\"}").post(PATH).then().statusCode(400);
  }

  @Test
  void listsNewestFirst() {
    RequestSpecification me = people.somebody();
    long first = create(me, "first");
    long second = create(me, "second");

    List<Number> ids = me.get(PATH).then().statusCode(200).extract().path("id");

    assertThat(ids.stream().map(Number::longValue)).containsExactly(second, first);
  }

  @Test
  void filtersByEachField() {
    RequestSpecification me = people.somebody();
    long wanted =
        id(
            me.body(
                Map.of(
                    "description",
                    "wanted",
                    "used_on",
                    "shop.example,news.example",
                    "enabled",
                    false)));
    create(me, "other");

    for (String query :
        List.of("description=wanted", "enabled=false", "used_on=news.example", "id=" + wanted)) {
      List<Number> ids = me.get(PATH + "?" + query).then().statusCode(200).extract().path("id");
      assertThat(ids.stream().map(Number::longValue)).as(query).containsExactly(wanted);
    }
  }

  @Test
  void changesOnlyWhatIsNamed() {
    RequestSpecification me = people.somebody();
    long id = create(me, "before");

    me.body(Map.of("enabled", false))
        .patch(PATH + id + "/")
        .then()
        .statusCode(200)
        .body("enabled", equalTo(false))
        .body("description", equalTo("before"));
    me.body(Map.of("description", "after", "num_forwarded", 7, "address", "mine"))
        .put(PATH + id + "/")
        .then()
        .statusCode(200)
        .body("enabled", equalTo(false))
        .body("description", equalTo("after"))
        .body("num_forwarded", equalTo(0));
    me.get(PATH + id).then().statusCode(200).body("description", equalTo("after"));
  }

  @Test
  void deletesForGood() {
    RequestSpecification me = people.somebody();
    long id = create(me, "gone soon");

    me.delete(PATH + id + "/").then().statusCode(204);

    me.get(PATH + id + "/").then().statusCode(404);
    me.delete(PATH + id + "/").then().statusCode(404);
  }

  @Test
  void hidesOtherPeoplesAliases() {
    long id = create(people.somebody(), "mine");
    RequestSpecification other = people.somebody();

    other.get(PATH + id + "/").then().statusCode(404);
    other.body("{}").patch(PATH + id + "/").then().statusCode(404);
    other.delete(PATH + id + "/").then().statusCode(404);
    assertThat(other.get(PATH).then().extract().<List<Object>>path("$")).isEmpty();
  }

  private static long create(RequestSpecification who, String description) {
    return id(who.body(Map.of("description", description)));
  }

  private static long id(RequestSpecification ready) {
    return ready.post(PATH).then().statusCode(201).extract().<Number>path("id").longValue();
  }
}
