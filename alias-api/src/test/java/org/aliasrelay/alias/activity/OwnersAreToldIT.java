package org.aliasrelay.alias.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aliasrelay.alias.contract.AliasActivity;
import org.aliasrelay.alias.contract.AliasActivity.Kind;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.LossReason;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.alias.notices.NoticeReason;
import org.aliasrelay.alias.routes.RouteTokens;
import org.aliasrelay.alias.testing.IntegrationTest;
import org.aliasrelay.alias.testing.InternalApi;
import org.aliasrelay.alias.testing.NewAlias;
import org.aliasrelay.alias.testing.People;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of which losses an owner is told, and how often. */
@IntegrationTest
class OwnersAreToldIT {
  private static final String PATH = "/api/v1/relayaddresses/";
  private static final String SENDER = "shop@sender.test";

  @Inject People people;
  @Inject InternalApi internal;
  @Inject Consequences consequences;
  @Inject RouteTokens tokens;
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
  void mailThatBouncedAndMailThatCameMeanwhileIsTold() {
    RouteToken bounced = mail("mail-1");
    RouteToken kept = mail("mail-2");

    take(AliasActivity.of("mail-1", bounced, Kind.HARD_BOUNCE));
    take(AliasActivity.blocked("mail-2", kept, LossReason.ACCOUNT_PAUSED));

    assertThat(told()).isEqualTo(Map.of(NoticeReason.MAILBOX_REFUSED, 2L));
    me().get(PATH + alias.id() + "/losses/")
        .then()
        .body("reason", containsInAnyOrder("mailbox_refused", "account_paused"));
    me().get(PATH + alias.id()).then().body("num_blocked", equalTo(2));
  }

  @Test
  void mailThatWasNotTakenInTimeIsTold() {
    take(AliasActivity.of("mail-1", mail("mail-1"), Kind.SOFT_BOUNCE));

    assertThat(told()).isEqualTo(Map.of(NoticeReason.MAILBOX_REFUSED, 1L));
  }

  @Test
  void mailThatSesDidNotTryToSendIsTold() {
    take(AliasActivity.of("mail-1", mail("mail-1"), Kind.SUPPRESSED));

    assertThat(told()).isEqualTo(Map.of(NoticeReason.MAILBOX_REFUSED, 1L));
  }

  @Test
  void aReplyThatWasNotTakenInTimeIsTold() {
    take(AliasActivity.of("reply-1", reply("reply-1"), Kind.SOFT_BOUNCE));

    assertThat(told()).isEqualTo(Map.of(NoticeReason.REPLY_BOUNCED, 1L));
    me().get(PATH + alias.id() + "/losses/").then().body("reason[0]", equalTo("mailbox_refused"));
  }

  @Test
  void aReplyThroughADisabledAliasIsTold() {
    String reverse = reverse();
    alias.disable(me());
    var route = (Route.Blocked) internal.route("reply-1", reverse, Optional.of(primary));

    take(
        AliasActivity.blocked("reply-1", route.token(), LossReason.valueOf(route.reason().name())));

    assertThat(told()).isEqualTo(Map.of(NoticeReason.REPLY_FROM_DISABLED_ALIAS, 1L));
  }

  @Test
  void mailToADisabledAliasIsNot() {
    take(AliasActivity.blocked("mail-1", mail("mail-1"), LossReason.ALIAS_DISABLED));

    assertThat(told()).isEmpty();
  }

  @Test
  void theCopyOfAnAnswerToAllIsNot() {
    take(AliasActivity.blocked("mail-1", mail("mail-1"), LossReason.OWN_REPLY));

    assertThat(told()).isEmpty();
  }

  @Test
  void whatStrangersSendToAReverseAliasIsNot() {
    var route = (Route.Blocked) internal.route("reply-1", reverse(), Optional.of(SENDER));

    take(
        AliasActivity.blocked("reply-1", route.token(), LossReason.valueOf(route.reason().name())));

    assertThat(told()).isEmpty();
  }

  @Test
  void whatTheNullSenderSendsToAReverseAliasIsNot() {
    var route = (Route.Reply) internal.route("reply-1", reverse(), Optional.empty());

    take(AliasActivity.blocked("reply-1", route.token(), LossReason.NOT_AUTHENTICATED));

    assertThat(told()).isEmpty();
    me().get(PATH + alias.id() + "/losses/").then().body("reason[0]", equalTo("not_authenticated"));
  }

  @Test
  void aReplyThatNothingProvesIsTold() {
    take(AliasActivity.blocked("reply-1", reply("reply-1"), LossReason.NOT_AUTHENTICATED));

    assertThat(told()).isEqualTo(Map.of(NoticeReason.NOT_AUTHENTICATED, 1L));
  }

  @Test
  void aReplyToADeletedContactIsTold() {
    String reverse = reverse();
    String contacts = PATH + alias.id() + "/contacts/";
    Object contact = me().get(contacts).then().extract().path("[0].id");
    me().delete(contacts + contact + "/").then().statusCode(204);
    var route = (Route.Reply) internal.route("reply-1", reverse, Optional.of(primary));

    take(AliasActivity.blocked("reply-1", route.token(), LossReason.CONTACT_GONE));

    assertThat(told()).isEqualTo(Map.of(NoticeReason.CONTACT_GONE, 1L));
  }

  private void take(AliasActivity activity) {
    consequences.of(activity, tokens.open(activity.mailId(), activity.token()).orElseThrow());
  }

  private RouteToken mail(String mail) {
    return ((Route.Forward) internal.route(mail, alias.address(), Optional.of(SENDER))).token();
  }

  private RouteToken reply(String mail) {
    return ((Route.Reply) internal.route(mail, reverse(), Optional.of(primary))).token();
  }

  private String reverse() {
    var plan = (DeliveryPlan.Forward) internal.planOf("first", mail("first"), SENDER);
    return plan.reverseAliases().getFirst().reverse().value();
  }

  private Map<NoticeReason, Long> told() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entities
                    .unwrap(Session.class)
                    .createNativeQuery(
                        "select reason, total from notice_line where alias_id = :alias",
                        Tuple.class)
                    .setParameter("alias", alias.id())
                    .getResultStream()
                    .collect(
                        Collectors.toMap(
                            row -> NoticeReason.valueOf(row.get("reason", String.class)),
                            row -> row.get("total", Number.class).longValue())));
  }
}
