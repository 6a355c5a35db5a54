package org.aliasrelay.alias.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.contract.AliasActivity;
import org.aliasrelay.alias.contract.AliasActivity.Kind;
import org.aliasrelay.alias.contract.LossReason;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.alias.routes.RouteTarget;
import org.aliasrelay.alias.testing.IntegrationTest;
import org.aliasrelay.alias.testing.InternalApi;
import org.aliasrelay.alias.testing.NewAlias;
import org.aliasrelay.alias.testing.People;
import org.aliasrelay.queue.Disposition;
import org.aliasrelay.queue.QueueMessage;
import org.aliasrelay.queue.QueuePublisher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@IntegrationTest
class ActivityIT {
  private static final String PATH = "/api/v1/relayaddresses/";
  private static final String MAIL = "mail-1";

  @Inject People people;
  @Inject InternalApi internal;
  @Inject Consequences consequences;
  @Inject ActivityConsumer consumer;
  @Inject QueuePublisher publisher;

  private String key = "";
  private NewAlias alias = new NewAlias(0, "");
  private RouteToken token = new RouteToken("none");

  @BeforeEach
  void anAlias() {
    key = people.keyOf(People.someAddress(), People.ALL_SCOPES);
    alias = NewAlias.of(me());
    token =
        ((Route.Forward) internal.route(MAIL, alias.address(), Optional.of("a@sender.test")))
            .token();
  }

  private RequestSpecification me() {
    return People.with(key);
  }

  @Test
  void countsWhatTheQueueBrings() throws Exception {
    publisher.publish(
        "alias-activity",
        List.of(
            AliasActivity.of(MAIL, token, Kind.FORWARDED),
            AliasActivity.blocked(MAIL, token, LossReason.ALIAS_DISABLED),
            AliasActivity.of(MAIL, token, Kind.REPLIED)));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                me().get(PATH + alias.id())
                    .then()
                    .body("num_forwarded", equalTo(1))
                    .body("num_blocked", equalTo(1))
                    .body("num_replied", equalTo(1))
                    .body("last_used_at", notNullValue()));
  }

  @Test
  void countsOnceWhatComesTwice() {
    AliasActivity activity = AliasActivity.of(MAIL, token, Kind.FORWARDED);

    consequences.of(activity, new RouteTarget.Owner(new AliasId(alias.id())));
    consequences.of(activity, new RouteTarget.Owner(new AliasId(alias.id())));

    me().get(PATH + alias.id()).then().body("num_forwarded", equalTo(1));
  }

  @Test
  void countsTheTrackersOfAMailOnce() {
    AliasActivity activity = AliasActivity.forwarded(MAIL, token, 3);

    consequences.of(activity, new RouteTarget.Owner(new AliasId(alias.id())));
    consequences.of(activity, new RouteTarget.Owner(new AliasId(alias.id())));

    me().get(PATH + alias.id()).then().body("num_level_one_trackers_blocked", equalTo(3));
    me().get("/api/v1/profiles/").then().body("[0].level_one_trackers_blocked", equalTo(3));
  }

  @Test
  void ownersCopyOfAnAnswerIsNotBlocked() {
    consequences.of(
        AliasActivity.blocked(MAIL, token, LossReason.OWN_REPLY),
        new RouteTarget.Owner(new AliasId(alias.id())));

    me().get(PATH + alias.id()).then().body("num_blocked", equalTo(0));
  }

  @Test
  void aChangeByTheOwnerKeepsTheCounters() {
    consequences.of(
        AliasActivity.blocked(MAIL, token, LossReason.ALIAS_DISABLED),
        new RouteTarget.Owner(new AliasId(alias.id())));

    alias.disable(me());

    me().get(PATH + alias.id()).then().body("num_blocked", equalTo(1));
  }

  @Test
  void isDoneWithAnAliasThatIsGone() {
    alias.delete(me());

    assertThat(
            handle(
                "{\"version\":1,\"mailId\":\"mail-1\",\"token\":\""
                    + token.value()
                    + "\",\"kind\":\"FORWARDED\"}"))
        .isEqualTo(new Disposition.Done());
  }

  @Test
  void buriesWhatItCannotRead() {
    for (String body :
        List.of(
            "{}",
            "{\"version\":2}",
            "{\"version\":1,\"mailId\":\"other\",\"token\":\""
                + token.value()
                + "\",\"kind\":\"FORWARDED\"}",
            "{\"version\":1,\"mailId\":\"mail-1\",\"token\":\""
                + token.value()
                + "\",\"kind\":\"SUNG\"}")) {
      assertThat(handle(body)).as(body).isInstanceOf(Disposition.Poison.class);
    }
  }

  private Disposition handle(String body) {
    return consumer.handle(new QueueMessage("1", body, 1));
  }
}
