package org.aliasrelay.alias.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aliasrelay.alias.contract.BlockReason;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.RouteRequest;
import org.aliasrelay.alias.testing.IntegrationTest;
import org.aliasrelay.alias.testing.InternalApi;
import org.aliasrelay.alias.testing.NewAlias;
import org.aliasrelay.alias.testing.People;
import org.junit.jupiter.api.Test;

@IntegrationTest
class RoutesIT {
  private static final Optional<String> STRANGER = Optional.of("stranger@sender.test");

  @Inject People people;
  @Inject InternalApi internal;

  @Test
  void knowsNothingOfAnAddressNobodyHas() {
    assertThat(internal.route("m", "nobody@relay.test", STRANGER)).isEqualTo(new Route.Unknown());
    assertThat(internal.route("m", "any@elsewhere.test", STRANGER)).isEqualTo(new Route.Unknown());
  }

  @Test
  void forwardsMailForAnAlias() {
    String alias = newAlias(people.somebody());

    assertThat(internal.route("m", alias, STRANGER)).isInstanceOf(Route.Forward.class);
    assertThat(internal.route("m", alias.toUpperCase(Locale.ROOT), Optional.empty()))
        .isInstanceOf(Route.Forward.class);
  }

  @Test
  void forwardsMailForASubAddressOfAnAlias() {
    String alias = newAlias(people.somebody());

    Route plain = internal.route("m", alias, STRANGER);

    assertThat(internal.route("m", alias.replace("@", "+shop@"), STRANGER)).isEqualTo(plain);
  }

  @Test
  void givesTheSameTokenForTheSameMailAndAnotherForAnother() {
    String alias = newAlias(people.somebody());

    assertThat(internal.route("m1", alias, STRANGER))
        .isEqualTo(internal.route("m1", alias, STRANGER))
        .isNotEqualTo(internal.route("m2", alias, STRANGER));
  }

  @Test
  void blocksMailForADisabledAlias() {
    RequestSpecification me = people.somebody();
    NewAlias alias = NewAlias.of(me);
    alias.disable(me);

    assertThat(internal.route("m", alias.address(), STRANGER))
        .isInstanceOfSatisfying(
            Route.Blocked.class,
            blocked -> assertThat(blocked.reason()).isEqualTo(BlockReason.ALIAS_DISABLED));
  }

  @Test
  void knowsNothingOfADeletedAlias() {
    RequestSpecification me = people.somebody();
    NewAlias alias = NewAlias.of(me);
    alias.delete(me);

    assertThat(internal.route("m", alias.address(), STRANGER)).isEqualTo(new Route.Unknown());
  }

  @Test
  void letsOnlyTheOwnerAnswerThroughAReverseAlias() {
    String primary = People.someAddress();
    String alias = newAlias(People.with(people.keyOf(primary, People.ALL_SCOPES)));
    String reverse = reverseOf(alias, "shop@sender.test");

    assertThat(internal.route("r", reverse, Optional.of(primary))).isInstanceOf(Route.Reply.class);
    assertThat(internal.route("r", reverse, Optional.empty()))
        .as("a program may have answered; the message will tell")
        .isInstanceOf(Route.Reply.class)
        .isNotEqualTo(internal.route("r", reverse, Optional.of(primary)));
    for (Optional<String> other : List.of(STRANGER, Optional.of("shop@sender.test"))) {
      assertThat(internal.route("r", reverse, other))
          .isInstanceOfSatisfying(
              Route.Blocked.class,
              blocked -> assertThat(blocked.reason()).isEqualTo(BlockReason.NOT_THE_OWNER));
    }
  }

  @Test
  void knowsTheOwnerUnderATagForBounces() {
    String primary = People.someAddress();
    String alias = newAlias(People.with(people.keyOf(primary, People.ALL_SCOPES)));
    String reverse = reverseOf(alias, "shop@sender.test");

    assertThat(internal.route("r", reverse, Optional.of("prvs=0734f52e1a=" + primary)))
        .isInstanceOf(Route.Reply.class);
  }

  @Test
  void takesAReverseAliasAsItWasIssuedOrNotAtAll() {
    String primary = People.someAddress();
    String alias = newAlias(People.with(people.keyOf(primary, People.ALL_SCOPES)));
    String reverse = reverseOf(alias, "shop@sender.test");

    assertThat(internal.route("r", reverse.replace("@", "+x@"), Optional.of(primary)))
        .isEqualTo(new Route.Unknown());
  }

  @Test
  void mailThatStaysOutAnywayTakesNoTurn() {
    String alias = newAlias(people.somebody());
    // And more than what comes back while they are asked about.
    int moreThanItsShare = 2_300;

    for (int i = 0; i < moreThanItsShare; i++) {
      assertThat(internal.route(refused("m" + i, alias))).isInstanceOf(Route.Forward.class);
    }

    assertThat(internal.route("wanted", alias, STRANGER))
        .isInstanceOfSatisfying(
            Route.Forward.class, route -> assertThat(route.waitSeconds()).isZero());
  }

  private static RouteRequest refused(String mail, String alias) {
    EmailAddress stranger = STRANGER.map(EmailAddress::of).orElseThrow();
    return new RouteRequest(mail, EmailAddress.of(alias), stranger, true, false, false);
  }

  private String reverseOf(String alias, String contact) {
    Route.Forward route = (Route.Forward) internal.route("m", alias, Optional.of(contact));
    DeliveryPlan.Forward plan = (DeliveryPlan.Forward) internal.planOf("m", route.token(), contact);
    return plan.reverseAliases().getFirst().reverse().value();
  }

  private static String newAlias(RequestSpecification who) {
    return NewAlias.of(who).address();
  }
}
