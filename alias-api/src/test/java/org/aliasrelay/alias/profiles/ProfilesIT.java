package org.aliasrelay.alias.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aliasrelay.alias.contract.BodyWishes;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.SuspectMail;
import org.aliasrelay.alias.testing.IntegrationTest;
import org.aliasrelay.alias.testing.InternalApi;
import org.aliasrelay.alias.testing.NewAlias;
import org.aliasrelay.alias.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IntegrationTest
class ProfilesIT {
  private static final String PATH = "/api/v1/profiles/";

  @Inject People people;
  @Inject InternalApi internal;

  private String key = "";

  @BeforeEach
  void somebody() {
    key = people.keyOf(People.someAddress(), People.ALL_SCOPES);
  }

  private RequestSpecification me() {
    return People.with(key);
  }

  @Test
  void choicesAreCarefulAtFirst() {
    me().get(PATH)
        .then()
        .statusCode(200)
        .body("$", hasSize(1))
        .body("[0].suspect_mail", equalTo("forward_marked"))
        .body("[0].banner", equalTo(false))
        .body("[0].remove_level_one_email_trackers", equalTo(false))
        .body("[0].bounce_status", contains(false, ""))
        .body("[0].mailbox_status", equalTo("active"))
        .body("[0].next_email_try", notNullValue());
  }

  @Test
  void choicesBearOnTheNextMail() {
    NewAlias alias = NewAlias.of(me());
    change(
            Map.of(
                "suspect_mail",
                "keep_out",
                "banner",
                true,
                "remove_level_one_email_trackers",
                true))
        .statusCode(200)
        .body("suspect_mail", equalTo("keep_out"));

    Route.Forward route =
        (Route.Forward) internal.route("mail-1", alias.address(), Optional.empty());
    DeliveryPlan.Forward plan =
        (DeliveryPlan.Forward) internal.planOf("mail-1", route.token(), "shop@sender.test");

    assertThat(route.suspectMail()).isEqualTo(SuspectMail.KEEP_OUT);
    assertThat(plan.wishes()).isEqualTo(new BodyWishes(true, true, plan.wishes().language()));
  }

  @Test
  void whatIsNotSaidStaysAsItIs() {
    change(Map.of("banner", true));

    change(Map.of("suspect_mail", "keep_out")).body("banner", equalTo(true));
    change(Map.of()).body("banner", equalTo(true)).body("suspect_mail", equalTo("keep_out"));
  }

  @Test
  void nullIsNothingSaid() {
    change(Map.of("suspect_mail", "keep_out", "banner", true));

    me().body("{\"suspect_mail\":null,\"banner\":null}")
        .patch(PATH + id())
        .then()
        .statusCode(200)
        .body("suspect_mail", equalTo("keep_out"))
        .body("banner", equalTo(true));
  }

  @Test
  void refusesAChoiceThereIsNot() {
    change(Map.of("suspect_mail", "")).statusCode(400);
    change(Map.of("suspect_mail", "KEEP_OUT")).statusCode(400);
    change(Map.of("suspect_mail", 1)).statusCode(400);
    change(Map.of("suspect_mail", "burn")).statusCode(400);
    change(Map.of("banner", "yes")).statusCode(400);
  }

  @Test
  void nobodySeesTheProfileOfOthers() {
    RequestSpecification other = people.somebody();

    other.get(PATH + id()).then().statusCode(404);
    other.body(Map.of("banner", true)).patch(PATH + id()).then().statusCode(404);
  }

  @Test
  void aKeyWithoutTheScopeSeesNothing() {
    String poor = people.keyOf(People.someAddress(), List.of("aliases:read"));

    People.with(poor).get(PATH).then().statusCode(403);
  }

  @Test
  void lanesTellOwnersApartAndNothingElse() {
    String mine = laneOf(NewAlias.of(me()), "mail-1");

    assertThat(laneOf(NewAlias.of(me()), "mail-2")).isEqualTo(mine);
    assertThat(laneOf(NewAlias.of(people.somebody()), "mail-3")).isNotEqualTo(mine);
    assertThat(mine).matches("[0-9a-f]{32}");
  }

  private String laneOf(NewAlias alias, String mail) {
    Route.Forward route = (Route.Forward) internal.route(mail, alias.address(), Optional.empty());
    return ((DeliveryPlan.Forward) internal.planOf(mail, route.token(), "a@sender.test")).lane();
  }

  private ValidatableResponse change(Map<String, ?> choices) {
    return me().body(choices).patch(PATH + id() + "/").then();
  }

  private Object id() {
    return me().get(PATH).then().extract().path("[0].id");
  }
}
