package org.aliasrelay.alias.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.ReverseAlias;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.alias.testing.AtOnce;
import org.aliasrelay.alias.testing.IntegrationTest;
import org.aliasrelay.alias.testing.InternalApi;
import org.aliasrelay.alias.testing.NewAlias;
import org.aliasrelay.alias.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IntegrationTest
class ContactsIT {
  private static final String FRIEND = "friend@other.test";

  /** As the configuration of the tests has them. */
  private static final int MOST = 100;

  private static final int PAGE = 25;

  @Inject People people;
  @Inject InternalApi internal;

  private String primary = "";
  private String key = "";
  private NewAlias alias = new NewAlias(0, "");

  @BeforeEach
  void anAlias() {
    primary = People.someAddress();
    key = people.keyOf(primary, People.ALL_SCOPES);
    alias = NewAlias.of(me());
  }

  private RequestSpecification me() {
    return People.with(key);
  }

  private String path() {
    return "/api/v1/relayaddresses/" + alias.id() + "/contacts/";
  }

  @Test
  void ownerWritesFirst() {
    create(FRIEND)
        .statusCode(201)
        .body("address", equalTo(FRIEND))
        .body("blocked", equalTo(false))
        .body("reverse_alias", matchesPattern("[a-z2-7]{32}@relay\\.test"));
  }

  @Test
  void isMadeOnceByManyRequestsAtTheSameTime() throws Exception {
    assertThat(AtOnce.call(8, () -> create(FRIEND).extract().statusCode()))
        .containsOnly(200, 201)
        .containsOnlyOnce(201);
  }

  @Test
  void aContactThatExistsKeepsItsReverseAlias() {
    String reverse = create(FRIEND).extract().path("reverse_alias");

    create("Friend@OTHER.test").statusCode(200).body("reverse_alias", equalTo(reverse));
  }

  @Test
  void whoeverWroteIsListed() {
    Route.Forward route =
        (Route.Forward) internal.route("mail-1", alias.address(), Optional.of(FRIEND));
    DeliveryPlan.Forward plan =
        (DeliveryPlan.Forward) internal.planOf("mail-1", route.token(), FRIEND);

    me().get(path())
        .then()
        .statusCode(200)
        .body("address", contains(FRIEND))
        .body("reverse_alias", contains(plan.reverseAliases().getFirst().reverse().value()));
  }

  @Test
  void refusesWhatCannotBeWrittenTo() {
    for (Object address : List.of("", "nobody", "a b@c.test", "jürgen@other.test")) {
      create(address).statusCode(400).body("error_code", equalTo("invalid_address"));
    }
    create(Map.of()).statusCode(400);
  }

  @Test
  void refusesTheOwnersOwnAddresses() {
    String reverse = create(FRIEND).extract().path("reverse_alias");
    String another = NewAlias.of(me()).address();

    for (String own : List.of(reverse, another, another.replace("@", "+x@"), primary)) {
      create(own).statusCode(400).body("error_code", equalTo("invalid_address"));
    }
  }

  @Test
  void blocksAndUnblocks() {
    Object id = create(FRIEND).extract().path("id");

    me().body(Map.of("blocked", true))
        .patch(path() + id + "/")
        .then()
        .statusCode(200)
        .body("blocked", equalTo(true));
    me().body(Map.of("blocked", false))
        .patch(path() + id + "/")
        .then()
        .body("blocked", equalTo(false));
  }

  @Test
  void aDeletedContactCannotBeWrittenToAnyMore() {
    JsonPath contact = create(FRIEND).extract().jsonPath();
    String reverse = contact.getString("reverse_alias");

    me().delete(path() + contact.getString("id") + "/").then().statusCode(204);

    me().get(path()).then().body("$", empty());
    assertThat(internal.route("mail-1", reverse, Optional.of(FRIEND)))
        .isEqualTo(new Route.Unknown());
    assertThat(internal.route("mail-1", reverse, Optional.empty())).isEqualTo(new Route.Unknown());
    assertThat(create(FRIEND).extract().<String>path("reverse_alias"))
        .as("an address is never given twice")
        .isNotEqualTo(reverse);
  }

  @Test
  void strangersTakeThePlacesOfStrangersOnly() {
    create(FRIEND).statusCode(201);
    RouteToken token = mail("mail-1");
    String answered = write(token, "answered@other.test").orElseThrow();
    String forgotten = write(token, "forgotten@other.test").orElseThrow();
    answer(answered);

    for (int i = 0; i < MOST; i++) {
      assertThat(write(token, "stranger" + i + "@other.test")).isPresent();
    }

    assertThat(contacts())
        .hasSize(MOST)
        .contains(FRIEND, "answered@other.test", "stranger" + (MOST - 1) + "@other.test")
        .doesNotContain("forgotten@other.test");
    assertThat(write(token, "forgotten@other.test").orElseThrow())
        .as("an address is never given twice")
        .isNotEqualTo(forgotten);
  }

  @Test
  void onlyTheFirstOfSeveralAuthorsGetsAReverseAlias() {
    var request =
        new DeliveryRequest(
            "mail-1",
            mail("mail-1"),
            List.of(EmailAddress.of(FRIEND), EmailAddress.of("other@other.test")),
            List.of(),
            List.of(),
            true,
            false,
            false,
            false);

    var plan = (DeliveryPlan.Forward) internal.plan(request);

    assertThat(plan.reverseAliases().stream().map(ReverseAlias::contact))
        .containsExactly(EmailAddress.of(FRIEND));
  }

  @Test
  void listsOnePageAtATime() {
    for (int i = 0; i <= PAGE; i++) {
      create("friend" + i + "@other.test").statusCode(201);
    }
    JsonPath first = me().get(path()).then().statusCode(200).extract().jsonPath();

    assertThat(first.getList("id")).hasSize(PAGE);
    me().queryParam("before", first.getLong("[" + (PAGE - 1) + "].id"))
        .get(path())
        .then()
        .body("address", contains("friend0@other.test"));
    me().queryParam("before", 1).get(path()).then().statusCode(404);
    me().queryParam("before", "x").get(path()).then().statusCode(400);
  }

  private RouteToken mail(String mail) {
    return ((Route.Forward) internal.route(mail, alias.address(), Optional.of(FRIEND))).token();
  }

  /** Somebody writes; the answer is the reverse alias. */
  private Optional<String> write(RouteToken token, String author) {
    var plan = (DeliveryPlan.Forward) internal.planOf("mail-1", token, author);
    return plan.reverseOf(EmailAddress.of(author)).map(EmailAddress::value);
  }

  private void answer(String reverse) {
    var route = (Route.Reply) internal.route("reply-1", reverse, Optional.of(primary));
    assertThat(internal.planOf("reply-1", route.token(), primary))
        .isInstanceOf(DeliveryPlan.Reply.class);
  }

  private List<String> contacts() {
    List<String> all = new ArrayList<>();
    JsonPath page = me().get(path()).then().extract().jsonPath();
    while (!page.getList("id").isEmpty()) {
      all.addAll(page.getList("address", String.class));
      page =
          me().queryParam("before", page.getLong("[-1].id"))
              .get(path())
              .then()
              .extract()
              .jsonPath();
    }
    return all;
  }

  @Test
  void nobodySeesOrChangesContactsOfOthers() {
    Object id = create(FRIEND).extract().path("id");
    RequestSpecification other = people.somebody();

    other.get(path()).then().statusCode(404);
    other.body(Map.of("address", FRIEND)).post(path()).then().statusCode(404);
    other.body(Map.of("blocked", true)).patch(path() + id + "/").then().statusCode(404);
    other.delete(path() + id + "/").then().statusCode(404);
    me().get(path()).then().body("blocked", contains(false));
  }

  @Test
  void theReverseAliasLeadsToTheContact() {
    String reverse = create(FRIEND).extract().path("reverse_alias");

    assertThat(internal.route("mail-1", reverse, Optional.of(FRIEND)))
        .as("nobody but the owner writes through it")
        .isInstanceOf(Route.Blocked.class);
    assertThat(EmailAddress.parse(reverse)).isPresent();
  }

  private ValidatableResponse create(Object address) {
    return me().body(Map.of("address", address)).post(path()).then();
  }
}
