package org.aliasrelay.alias.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aliasrelay.alias.accounts.Accounts;
import org.aliasrelay.alias.accounts.Opening;
import org.aliasrelay.alias.accounts.Person;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.contract.AliasActivity;
import org.aliasrelay.alias.contract.AliasActivity.Kind;
import org.aliasrelay.alias.contract.BlockReason;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.LossReason;
import org.aliasrelay.alias.contract.NoticePlan;
import org.aliasrelay.alias.contract.RefusalReason;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.alias.routes.RouteTarget;
import org.aliasrelay.alias.routes.RouteTokens;
import org.aliasrelay.alias.testing.IntegrationTest;
import org.aliasrelay.alias.testing.InternalApi;
import org.aliasrelay.alias.testing.NewAlias;
import org.aliasrelay.alias.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IntegrationTest
class ConsequencesIT {
  private static final String PATH = "/api/v1/relayaddresses/";
  private static final String SENDER = "shop@sender.test";

  @Inject People people;
  @Inject InternalApi internal;
  @Inject Consequences consequences;
  @Inject RouteTokens tokens;
  @Inject Accounts accounts;
  @Inject EntityManager entities;

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

  @Test
  void countsLossesByReason() {
    blocked("mail-1", LossReason.SPAM);
    blocked("mail-2", LossReason.SPAM);
    blocked("mail-2", LossReason.SPAM);
    blocked("mail-3", LossReason.TOO_LARGE);

    me().get(PATH + alias.id() + "/losses/")
        .then()
        .statusCode(200)
        .body("reason", contains("spam", "too_large"))
        .body("count", contains(2, 1));
    me().get(PATH + alias.id()).then().body("num_blocked", equalTo(3)).body("num_spam", equalTo(2));
    people.somebody().get(PATH + alias.id() + "/losses/").then().statusCode(404);
  }

  @Test
  void aComplaintTurnsTheAliasOffUntilTheOwnerTurnsItOn() {
    happened("mail-1", Kind.COMPLAINT);

    me().get(PATH + alias.id())
        .then()
        .body("enabled", equalTo(false))
        .body("disabled_because", equalTo("complaint"));
    me().body(Map.of("enabled", true))
        .patch(PATH + alias.id() + "/")
        .then()
        .body("enabled", equalTo(true))
        .body("disabled_because", equalTo(""));
    happened("mail-1", Kind.COMPLAINT);
    me().get(PATH + alias.id()).then().body("enabled", equalTo(true));
  }

  @Test
  void aHardBouncePausesTheAccountAndSaysSo() {
    RouteToken earlier = token("mail-0");
    happened("mail-1", Kind.HARD_BOUNCE);

    assertThat(route("mail-2")).isInstanceOf(Route.Blocked.class);
    assertThat(((Route.Blocked) route("mail-2")).reason()).isEqualTo(BlockReason.ACCOUNT_PAUSED);
    assertThat(internal.planOf("mail-0", earlier, SENDER))
        .as("what was let in before")
        .isEqualTo(new DeliveryPlan.Refused(RefusalReason.ACCOUNT_PAUSED));
    me().get("/api/v1/profiles/")
        .then()
        .body("[0].bounce_status", contains(true, "hard"))
        .body("[0].mailbox_status", equalTo("refused"));
  }

  @Test
  void suppressionIsNamed() {
    happened("mail-1", Kind.SUPPRESSED);

    me().get("/api/v1/profiles/").then().body("[0].mailbox_status", equalTo("suppressed"));
  }

  @Test
  void aSoftBounceMakesMailWait() {
    happened("mail-1", Kind.SOFT_BOUNCE);

    assertThat(((Route.Forward) route("mail-2")).waitSeconds()).isBetween(1, 60);
    me().get("/api/v1/profiles/").then().body("[0].bounce_status", contains(true, "soft"));
  }

  @Test
  void aComplaintAboutAReplyTurnsTheAliasOff() {
    take(AliasActivity.of("mail-2", reply("mail-2", Optional.of(primary)), Kind.COMPLAINT));

    me().get(PATH + alias.id())
        .then()
        .body("enabled", equalTo(false))
        .body("disabled_because", equalTo("complaint"));
  }

  @Test
  void aComplaintAboutWhatAnybodyCouldHaveSentDoesNot() {
    take(AliasActivity.of("mail-2", reply("mail-2", Optional.empty()), Kind.COMPLAINT));

    me().get(PATH + alias.id()).then().body("enabled", equalTo(true));
  }

  @Test
  void aContactsBounceDoesNotPauseTheOwner() {
    take(AliasActivity.of("mail-2", reply("mail-2", Optional.of(primary)), Kind.HARD_BOUNCE));

    assertThat(route("mail-3")).isInstanceOf(Route.Forward.class);
    me().get("/api/v1/profiles/").then().body("[0].bounce_status", contains(false, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "HARD_BOUNCE, hard, refused",
    "SUPPRESSED, hard, suppressed",
    "SOFT_BOUNCE, soft, resting"
  })
  void aNoticeThatTheMailboxRefusedSaysTheSameOfIt(Kind kind, String bounce, String status) {
    AliasActivity refused = ofNotice(kind);
    take(refused);
    take(refused);

    me().get("/api/v1/profiles/")
        .then()
        .body("[0].bounce_status", contains(true, bounce))
        .body("[0].mailbox_status", equalTo(status));
    me().get(PATH + alias.id()).then().body("num_blocked", equalTo(0));
  }

  @Test
  void whatElseBecomesOfANoticeHasNoConsequence() {
    take(ofNotice(Kind.COMPLAINT));

    me().get("/api/v1/profiles/").then().body("[0].bounce_status", contains(false, ""));
    me().get(PATH + alias.id()).then().body("enabled", equalTo(true));
  }

  private AliasActivity ofNotice(Kind kind) {
    UUID notice = UUID.randomUUID();
    int _ =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    entities
                        .createNativeQuery(
                            """
                            insert into notice_digest (id, account_id, created_at)
                            select :notice, account_id, now() from alias where id = :alias
                            """)
                        .setParameter("notice", notice)
                        .setParameter("alias", alias.id())
                        .executeUpdate());
    String mailId = NoticePlan.mailId(notice.toString());
    RouteToken token = tokens.issue(mailId, new RouteTarget.Notice(new AliasId(alias.id())));
    return AliasActivity.of(mailId, token, kind);
  }

  @Test
  void aVerifiedNewAddressEndsThePause() {
    happened("mail-1", Kind.HARD_BOUNCE);

    assertThat(route("mail-2")).isInstanceOf(Route.Blocked.class);
    anotherAddress();

    assertThat(route("mail-3")).isInstanceOf(Route.Forward.class);
  }

  @Test
  void aNewAddressIsBlamedForItsOwnBouncesOnly() {
    RouteToken toTheOld = token("mail-1");
    DeliveryPlan _ = internal.planOf("mail-1", toTheOld, SENDER);
    anotherAddress();
    RouteToken toTheNew = token("mail-2");
    DeliveryPlan _ = internal.planOf("mail-2", toTheNew, SENDER);

    take(AliasActivity.of("mail-1", toTheOld, Kind.HARD_BOUNCE));
    assertThat(route("mail-3")).isInstanceOf(Route.Forward.class);

    take(AliasActivity.of("mail-2", toTheNew, Kind.HARD_BOUNCE));
    assertThat(route("mail-3")).isInstanceOf(Route.Blocked.class);
  }

  /** The token of a mail from the owner, or from nobody, to somebody who wrote before. */
  private RouteToken reply(String mail, Optional<String> sender) {
    DeliveryPlan.Forward plan =
        (DeliveryPlan.Forward) internal.planOf("mail-1", token("mail-1"), SENDER);
    String reverse = plan.reverseAliases().getFirst().reverse().value();
    return ((Route.Reply) internal.route(mail, reverse, sender)).token();
  }

  private void anotherAddress() {
    JsonPath claims = People.claimsOf(people.tokenOf(primary));
    Opening _ =
        accounts.open(
            new Person(
                claims.getString("iss"),
                claims.getString("sub"),
                EmailAddress.of(People.someAddress()),
                null));
  }

  private void blocked(String mail, LossReason reason) {
    take(AliasActivity.blocked(mail, token(mail), reason));
  }

  private void happened(String mail, Kind kind) {
    take(AliasActivity.of(mail, token(mail), kind));
  }

  private void take(AliasActivity activity) {
    consequences.of(activity, tokens.open(activity.mailId(), activity.token()).orElseThrow());
  }

  private RouteToken token(String mail) {
    return switch (route(mail)) {
      case Route.Forward(RouteToken token, var _, int _, boolean _) -> token;
      case Route.Blocked(RouteToken token, BlockReason _) -> token;
      case Route.Reply _, Route.Unknown _ -> throw new AssertionError("not an alias of ours");
    };
  }

  private Route route(String mail) {
    return internal.route(mail, alias.address(), Optional.of(SENDER));
  }
}
