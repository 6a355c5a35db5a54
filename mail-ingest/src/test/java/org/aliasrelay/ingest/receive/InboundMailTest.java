package org.aliasrelay.ingest.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aliasrelay.alias.contract.AliasActivity;
import org.aliasrelay.alias.contract.BlockReason;
import org.aliasrelay.alias.contract.LossReason;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.alias.contract.SuspectMail;
import org.aliasrelay.ingest.admit.Admission.Deferred;
import org.aliasrelay.ingest.admit.Admissions;
import org.aliasrelay.ingest.admit.InMemoryRoutes;
import org.aliasrelay.ingest.contract.AcceptedMail;
import org.aliasrelay.ingest.contract.VaultKey;
import org.aliasrelay.ingest.discard.InMemoryVault;
import org.aliasrelay.ingest.publish.DecisionPublisher;
import org.aliasrelay.ingest.publish.InMemoryQueues;
import org.aliasrelay.ingest.read.Notifications;
import org.aliasrelay.ingest.read.OurMail;
import org.aliasrelay.ingest.read.SesNotifications;
import org.aliasrelay.ingest.verify.Believing;
import org.aliasrelay.ingest.verify.Verifier;
import org.aliasrelay.queue.Disposition;
import org.aliasrelay.queue.Disposition.Done;
import org.aliasrelay.queue.Disposition.Poison;
import org.aliasrelay.queue.Disposition.Postpone;
import org.aliasrelay.queue.Disposition.Unavailable;
import org.aliasrelay.queue.QueueMessage;
import org.aliasrelay.telemetry.contract.RelayEvent;
import org.aliasrelay.telemetry.contract.RelayEvent.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InboundMailTest {
  private static final RouteToken ADA = new RouteToken("token-ada");
  private static final RouteToken BEN = new RouteToken("token-ben");

  private final InMemoryRoutes routes = new InMemoryRoutes();
  private final InMemoryQueues queues = new InMemoryQueues();
  private final InMemoryVault vault = new InMemoryVault();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Believing sns = new Believing();

  @Test
  void givesEachRecipientItsMail() {
    routes.put("ada1@relay.test", Route.Forward.atOnce(ADA));
    routes.put("ben1@relay.test", new Route.Reply(BEN));

    assertThat(take("ada1@relay.test", "ben1@relay.test")).isEqualTo(new Done());

    assertThat(accepted())
        .extracting(AcceptedMail::routeToken)
        .containsExactly(ADA.value(), BEN.value());
    assertThat(accepted())
        .extracting(AcceptedMail::siblings)
        .containsOnly(List.of(ADA.value(), BEN.value()));
    assertThat(vault.deleted()).isEmpty();
  }

  @Test
  void givesOneMailToTwoSpellingsOfOneAlias() {
    routes.put("ada1@relay.test", Route.Forward.atOnce(ADA));
    routes.put("ada1+shop@relay.test", Route.Forward.atOnce(ADA));

    take("ada1@relay.test", "ada1+shop@relay.test");

    assertThat(accepted()).hasSize(1);
  }

  @Test
  void keepsTheMailForThoseWhoGetItWhenOthersDoNot() {
    routes.put("ada1@relay.test", Route.Forward.atOnce(ADA));
    routes.put("ben1@relay.test", new Route.Blocked(BEN, BlockReason.ALIAS_DISABLED));

    take("ada1@relay.test", "ben1@relay.test");

    assertThat(accepted())
        .extracting(AcceptedMail::routeToken, AcceptedMail::dropped)
        .containsExactly(tuple(ADA.value(), false), tuple(BEN.value(), true));
    assertThat(accepted())
        .extracting(AcceptedMail::siblings)
        .containsOnly(List.of(ADA.value(), BEN.value()));
    assertThat(vault.deleted()).isEmpty();
  }

  /** It may have been let in before, by another notification, and wait for its turn. */
  @ParameterizedTest
  @EnumSource
  void leavesTheContentToTheLedgerWhereTheDecisionCouldHaveBeenAnother(BlockReason reason) {
    routes.put("ben1@relay.test", new Route.Blocked(BEN, reason));

    assertThat(take("ben1@relay.test")).isEqualTo(new Done());

    assertThat(vault.deleted()).isEmpty();
    assertThat(accepted())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.dropped()).isTrue();
              assertThat(mail.siblings()).containsExactly(BEN.value());
            });
  }

  @Test
  void letsInAnAliasOfWhichOneSpellingIsLetIn() {
    routes.put("ada1@relay.test", new Route.Blocked(ADA, BlockReason.FLOODED));
    routes.put("ada1+shop@relay.test", Route.Forward.atOnce(ADA));

    take("ada1@relay.test", "ada1+shop@relay.test");

    assertThat(accepted()).singleElement().extracting(AcceptedMail::dropped).isEqualTo(false);
  }

  @Test
  void mailThatMustWaitSaysUntilWhen() {
    routes.put("ada1@relay.test", new Route.Forward(ADA, SuspectMail.FORWARD_MARKED, 90, true));

    take("ada1@relay.test");

    assertThat(accepted())
        .singleElement()
        .extracting(AcceptedMail::notBefore)
        .isEqualTo(NOW.plusSeconds(90).getEpochSecond());
    assertThat(queues.delayOf("yielding-mail")).as("the ledger must know at once").isZero();
    assertThat(queues.on("accepted-mail")).as("nobody is behind it").isEmpty();
  }

  @Test
  void mailOfOneThatGetsMuchLetsThatOfOthersGoFirst() {
    routes.put("ada1@relay.test", new Route.Forward(ADA, SuspectMail.FORWARD_MARKED, 0, true));
    routes.put("ben1@relay.test", Route.Forward.atOnce(BEN));

    take("ada1@relay.test", "ben1@relay.test");

    assertThat(tokens("yielding-mail")).containsExactly(ADA.value());
    assertThat(tokens("accepted-mail")).containsExactly(BEN.value());
    assertThat(accepted())
        .allSatisfy(
            mail -> {
              assertThat(mail.siblings()).containsExactly(ADA.value(), BEN.value());
              assertThat(mail.notBefore()).isZero();
            });
  }

  @Test
  void whatIsDroppedLetsOtherMailGoFirst() {
    routes.put("ada1@relay.test", new Route.Blocked(ADA, BlockReason.ALIAS_DISABLED));

    take("ada1@relay.test");

    assertThat(tokens("yielding-mail")).containsExactly(ADA.value());
    assertThat(queues.on("accepted-mail")).isEmpty();
  }

  @Test
  void mailThatNeedNotWaitSaysSo() {
    routes.put("ada1@relay.test", Route.Forward.atOnce(ADA));

    take("ada1@relay.test");

    assertThat(accepted()).singleElement().extracting(AcceptedMail::notBefore).isEqualTo(0L);
    assertThat(queues.delayOf("accepted-mail")).isZero();
  }

  @Test
  void tellsTheOwnerWhatWasBlockedForGood() {
    routes.put("ben1@relay.test", Route.Forward.atOnce(BEN));
    String infected =
        Notifications.received()
            .withRecipients("ben1@relay.test")
            .set("/receipt/virusVerdict", "status", "FAIL")
            .json();

    handle(infected);

    assertThat(queues.on("alias-activity"))
        .containsExactly(
            AliasActivity.blocked(
                "o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1", BEN, LossReason.VIRUS));
  }

  @Test
  void leavesItToTheLedgerToTellWhatCouldHaveBeenDecidedOtherwise() {
    routes.put("ben1@relay.test", new Route.Blocked(BEN, BlockReason.ALIAS_DISABLED));

    take("ben1@relay.test");

    assertThat(queues.on("alias-activity")).isEmpty();
    assertThat(accepted())
        .singleElement()
        .extracting(AcceptedMail::loss)
        .isEqualTo(Optional.of(LossReason.ALIAS_DISABLED.name()));
  }

  @Test
  void deletesTheContentOfMailThatNobodyCanEverGet() {
    routes.put("ben1@relay.test", new Route.Reply(BEN));
    String unproven =
        Notifications.received()
            .withRecipients("ben1@relay.test", "nobody@relay.test")
            .set("/receipt/virusVerdict", "status", "FAIL")
            .json();

    assertThat(handle(unproven)).isEqualTo(new Done());

    assertThat(vault.deleted())
        .containsExactly(new VaultKey("mail/o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1"));
    assertThat(accepted()).isEmpty();
  }

  @Test
  void saysNothingToAnyoneBeforeEveryRecipientIsDecidedAbout() {
    routes.put("ada1@relay.test", Route.Forward.atOnce(ADA));
    routes.stop(Deferred.Cause.ALIAS_API_AWAY);

    assertThat(take("ada1@relay.test", "nobody@elsewhere.example"))
        .isEqualTo(new Unavailable("alias-api"));

    assertThat(accepted()).isEmpty();
    assertThat(queues.on("relay-events")).isEmpty();
    assertThat(vault.deleted()).isEmpty();
  }

  @Test
  void holdsUpOnlyTheMailThatAliasApiRefuses() {
    routes.stop(Deferred.Cause.ALIAS_API_REFUSES);

    assertThat(take("ada1@relay.test")).isEqualTo(new Postpone(Duration.ofMinutes(5)));
  }

  @Test
  void waitsForTheQueues() {
    routes.put("ada1@relay.test", Route.Forward.atOnce(ADA));
    queues.stop("accepted-mail");

    assertThat(take("ada1@relay.test")).isEqualTo(new Unavailable("the queues"));
  }

  @Test
  void waitsForTheVault() {
    vault.stop();

    assertThat(take("nobody@relay.test")).isEqualTo(new Unavailable("the vault"));
  }

  @Test
  void neverHoldsUpMailForTelemetry() {
    routes.put("ada1@relay.test", Route.Forward.atOnce(ADA));
    queues.stop("relay-events");

    assertThat(take("ada1@relay.test")).isEqualTo(new Done());
    assertThat(accepted()).hasSize(1);
  }

  @Test
  void tellsTelemetryWhatHappenedAndToNobody() {
    routes.put("ada1@relay.test", Route.Forward.atOnce(ADA));
    routes.put("ben1@relay.test", new Route.Blocked(BEN, BlockReason.ACCOUNT_PAUSED));

    take("ada1@relay.test", "ben1@relay.test", "nobody@relay.test");

    assertThat(events())
        .extracting(RelayEvent::kind)
        .containsExactly(
            Kind.MAIL_ADMITTED, Kind.DROPPED_ACCOUNT_PAUSED, Kind.DROPPED_UNKNOWN_RECIPIENT);
    assertThat(events()).extracting(RelayEvent::id).doesNotHaveDuplicates();
    assertThat(events()).extracting(RelayEvent::id).allMatch(id -> id.matches("[0-9a-f]{32}"));
  }

  @Test
  void saysTheSameWhenItIsRepeated() {
    routes.put("ada1@relay.test", Route.Forward.atOnce(ADA));

    take("ada1@relay.test");
    take("ada1@relay.test");

    assertThat(accepted()).hasSize(2);
    assertThat(accepted().getFirst()).isEqualTo(accepted().getLast());
    assertThat(events().getFirst()).isEqualTo(events().getLast());
  }

  @Test
  void buriesAForgeryWithItsReason() {
    assertThat(inboundMail().handle(new QueueMessage("1", "{\"Type\":\"Notification\"}", 1)))
        .isEqualTo(new Poison("forged: not-an-envelope"));
  }

  @Test
  void buriesNoForgeryThatAWrongSettingExplainsBeforeTheFirstGenuineMail() {
    routes.put("ada1@relay.test", Route.Forward.atOnce(ADA));
    InboundMail fresh = inboundMail(sns.freshVerifier());
    QueueMessage raw = new QueueMessage("1", Notifications.received().json(), 1);
    QueueMessage genuine =
        new QueueMessage(
            "2", sns.wrap(Notifications.received().withRecipients("ada1@relay.test").json()), 1);

    assertThat(fresh.handle(raw)).isInstanceOf(Unavailable.class);
    assertThat(fresh.handle(genuine)).isEqualTo(new Done());
    assertThat(fresh.handle(raw)).isEqualTo(new Poison("forged: not-an-envelope"));
  }

  @Test
  void buriesWhatSesDidNotWriteWithItsReason() {
    String foreign =
        Notifications.received().set("/receipt/action", "bucketName", "somebody-elses").json();

    assertThat(handle(foreign)).isEqualTo(new Poison("malformed: bucket"));
    assertThat(vault.deleted()).isEmpty();
  }

  @Test
  void isDoneWithTheTrialOfANewRule() {
    assertThat(handle(Notifications.received().withMailId("AMAZON_SES_SETUP_NOTIFICATION").json()))
        .isEqualTo(new Done());
    assertThat(vault.deleted()).isEmpty();
  }

  @Test
  void waitsForTheCertificateHost() {
    sns.certificateHostAway();

    assertThat(take("ada1@relay.test")).isEqualTo(new Unavailable("the SNS certificate host"));
  }

  @Test
  void holdsUpOnlyTheMailWhoseCertificateIsMissing() {
    sns.certificateMissing();

    assertThat(take("ada1@relay.test")).isEqualTo(new Postpone(Duration.ofMinutes(5)));
  }

  @Test
  void countsEachDecisionOnce() {
    routes.put("ada1@relay.test", Route.Forward.atOnce(ADA));

    take("ada1@relay.test", "nobody@relay.test");

    assertThat(
            meters
                .counter("relay.ingest.recipients", "outcome", "admitted", "reason", "none")
                .count())
        .isEqualTo(1);
    assertThat(
            meters
                .counter(
                    "relay.ingest.recipients", "outcome", "dropped", "reason", "unknown-recipient")
                .count())
        .isEqualTo(1);
  }

  private Disposition take(String... recipients) {
    return handle(Notifications.received().withRecipients(recipients).json());
  }

  private Disposition handle(String notification) {
    return inboundMail().handle(new QueueMessage("1", sns.wrap(notification), 1));
  }

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private InboundMail inboundMail() {
    return inboundMail(sns.verifier());
  }

  private InboundMail inboundMail(Verifier verifier) {
    return new InboundMail(
        verifier,
        new SesNotifications(new OurMail()),
        new Admissions(routes, new OurMail()),
        new DecisionPublisher(queues, Clock.fixed(NOW, ZoneOffset.UTC)),
        vault,
        new IngestRecord(meters));
  }

  private List<AcceptedMail> accepted() {
    return Stream.of("accepted-mail", "yielding-mail")
        .flatMap(queue -> queues.on(queue).stream())
        .map(AcceptedMail.class::cast)
        .toList();
  }

  private List<String> tokens(String queue) {
    return queues.on(queue).stream().map(mail -> ((AcceptedMail) mail).routeToken()).toList();
  }

  private List<RelayEvent> events() {
    return queues.on("relay-events").stream().map(RelayEvent.class::cast).toList();
  }
}
