package org.aliasrelay.alias.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.aliases.Aliases;
import org.aliasrelay.alias.bounces.MailboxStatus;
import org.aliasrelay.alias.bounces.Mailboxes;
import org.aliasrelay.alias.contract.AliasActivity;
import org.aliasrelay.alias.contract.AliasActivity.Kind;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.LossReason;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.RouteRequest;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.alias.routes.RouteTokens;
import org.aliasrelay.alias.sealing.AccountId;
import org.aliasrelay.alias.testing.IntegrationTest;
import org.aliasrelay.alias.testing.InternalApi;
import org.aliasrelay.alias.testing.NewAlias;
import org.aliasrelay.alias.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Time passes by moving what is due into the past. */
@IntegrationTest
class ProbesIT {
  private static final String SENDER = "shop@sender.test";

  @Inject People people;
  @Inject InternalApi internal;
  @Inject Consequences consequences;
  @Inject RouteTokens tokens;
  @Inject Aliases aliases;
  @Inject Mailboxes mailboxes;
  @Inject EntityManager entities;

  private NewAlias alias = new NewAlias(0, "");
  private AccountId owner = AccountId.random();

  @BeforeEach
  void aMailboxThatIsToBeTried() {
    alias = NewAlias.of(people.somebody());
    owner =
        QuarkusTransaction.requiringNew()
            .call(() -> aliases.ownerOf(new AliasId(alias.id())).orElseThrow());
    take(AliasActivity.of("mail-0", token("mail-0"), Kind.HARD_BOUNCE));
    update("update mailbox set next_try_at = now() where account_id = :account");
  }

  @Test
  void aProbeThatWasSentAndNotRefusedOpensTheMailbox() {
    RouteToken probe = planned("mail-1");
    take(AliasActivity.of("mail-1", probe, Kind.FORWARDED));
    anHourPasses();

    assertThat(mailboxes.status(owner)).isInstanceOf(MailboxStatus.Active.class);
  }

  @Test
  void aProbeThatWasOnlyPlannedDoesNot() {
    RouteToken _ = planned("mail-1");
    anHourPasses();

    assertThat(mailboxes.status(owner)).isInstanceOf(MailboxStatus.Paused.class);
    assertThat(route("mail-2")).isInstanceOf(Route.Blocked.class);
  }

  @Test
  void aProbeThatEndedUnsentMakesWayForAnother() {
    RouteToken probe = planned("mail-1");

    take(AliasActivity.blocked("mail-1", probe, LossReason.NOT_ADDRESSABLE));

    assertThat(route("mail-2")).isInstanceOf(Route.Forward.class);
  }

  @Test
  void mailThatStaysOutIsNoProbe() {
    var refused =
        new RouteRequest(
            "mail-1",
            EmailAddress.of(alias.address()),
            EmailAddress.of(SENDER),
            true,
            false,
            false);

    assertThat(internal.route(refused)).isInstanceOf(Route.Forward.class);

    assertThat(route("mail-2")).isInstanceOf(Route.Forward.class);
  }

  private RouteToken planned(String mail) {
    RouteToken token = token(mail);
    var plan = (DeliveryPlan.Forward) internal.planOf(mail, token, SENDER);
    assertThat(plan.probe()).isTrue();
    return token;
  }

  private void anHourPasses() {
    update(
        "update mailbox set probe_at = probe_at - interval '1 hour' where account_id = :account");
  }

  private void update(String statement) {
    int changed =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    entities
                        .createNativeQuery(statement)
                        .setParameter("account", owner.value())
                        .executeUpdate());
    assertThat(changed).isOne();
  }

  private void take(AliasActivity activity) {
    consequences.of(activity, tokens.open(activity.mailId(), activity.token()).orElseThrow());
  }

  private RouteToken token(String mail) {
    return ((Route.Forward) route(mail)).token();
  }

  private Route route(String mail) {
    return internal.route(mail, alias.address(), Optional.of(SENDER));
  }
}
