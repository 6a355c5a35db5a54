package org.aliasrelay.forward.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.aliasrelay.alias.contract.AliasActivity;
import org.aliasrelay.alias.contract.BodyWishes;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.LossReason;
import org.aliasrelay.alias.contract.NoticePlan;
import org.aliasrelay.alias.contract.RefusalReason;
import org.aliasrelay.alias.contract.ReverseAlias;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.forward.LedgerConfig;
import org.aliasrelay.forward.MailConfig;
import org.aliasrelay.forward.alarm.Alarms;
import org.aliasrelay.forward.ledger.Claim;
import org.aliasrelay.forward.ledger.DeliveryKey;
import org.aliasrelay.forward.ledger.DeliveryKeys;
import org.aliasrelay.forward.ledger.InMemoryLedger;
import org.aliasrelay.forward.ledger.LedgerUnavailableException;
import org.aliasrelay.forward.ledger.SendKind;
import org.aliasrelay.forward.pace.Pace;
import org.aliasrelay.forward.plan.DeliveryPlans;
import org.aliasrelay.forward.plan.PlanRefusedException;
import org.aliasrelay.forward.plan.PlansUnavailableException;
import org.aliasrelay.forward.rewrite.NoticeMessage;
import org.aliasrelay.forward.rewrite.Plans;
import org.aliasrelay.forward.send.MailSender;
import org.aliasrelay.forward.send.OutgoingMail;
import org.aliasrelay.forward.send.SendResult;
import org.aliasrelay.forward.tracker.Trackers;
import org.aliasrelay.forward.vault.Vault;
import org.aliasrelay.forward.vault.VaultObject;
import org.aliasrelay.forward.vault.VaultUnavailableException;
import org.aliasrelay.ingest.contract.AcceptedMail;
import org.aliasrelay.ingest.contract.MailId;
import org.aliasrelay.ingest.contract.VaultKey;
import org.aliasrelay.queue.QueuePublisher;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String MESSAGE =
      "From: Ann <ann@shop.example>\r\nTo: k7m2p9@relay.test\r\nSubject: hi\r\n\r\nbody\r\n";
  private static final EmailAddress ANN = EmailAddress.of("ann@shop.example");

  private static final LedgerConfig LEDGER = new FixedLedgerConfig();

  private final DeliveryKeys keys = new DeliveryKeys(new byte[32]);
  private final InMemoryLedger ledger = new InMemoryLedger();
  private final Map<VaultKey, byte[]> stored = new ConcurrentHashMap<>();
  private final List<OutgoingMail> sent = new ArrayList<>();
  private final List<Object> published = new ArrayList<>();
  private final List<EmailAddress> forgotten = new ArrayList<>();
  private final Pace pace = new Pace(() -> 100_000);
  private final Stumbles stumbles = new Stumbles();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private Runnable whileSending = () -> {};
  private boolean vaultAway;
  private boolean sesAnswers = true;
  private Optional<String> stillSuppressed = Optional.empty();
  private int turns = Integer.MAX_VALUE;
  private Instant heardSince = Instant.EPOCH;
  private final AtomicInteger openObjects = new AtomicInteger();
  private final AtomicInteger opened = new AtomicInteger();
  private DeliveryPlans plans = _ -> forwardPlan();
  private SendResult answer = new SendResult.Sent("ses-1");
  private Instant now = NOW;

  private final Vault vault =
      new Vault() {
        @Override
        public Optional<VaultObject> open(VaultKey key) throws VaultUnavailableException {
          if (vaultAway) {
            throw new VaultUnavailableException("switched off");
          }
          return Optional.ofNullable(stored.get(key))
              .map(bytes -> new VaultObject(bytes.length, counted(bytes)));
        }

        @Override
        public void delete(VaultKey key) {
          stored.remove(key);
        }
      };

  private InputStream counted(byte[] bytes) {
    openObjects.incrementAndGet();
    opened.incrementAndGet();
    return new ByteArrayInputStream(bytes) {
      private boolean open = true;

      @Override
      public void close() {
        openObjects.addAndGet(open ? -1 : 0);
        open = false;
      }
    };
  }

  private static DeliveryPlan forwardPlan() {
    return forwardPlan(false);
  }

  private static DeliveryPlan forwardPlan(boolean probe) {
    return forwardPlan(probe, BodyWishes.NONE);
  }

  private static DeliveryPlan forwardPlan(boolean probe, BodyWishes wishes) {
    return new DeliveryPlan.Forward(
        Plans.PRIMARY,
        Plans.ALIAS,
        List.of(new ReverseAlias(ANN, Plans.reverse(ANN))),
        wishes,
        "lane",
        probe);
  }

  private Delivery delivery() {
    InstantSource source = () -> now;
    Clock clock = source.withZone(ZoneOffset.UTC);
    QueuePublisher queues = (queue, messages, delay) -> published.addAll(messages);
    MailSender sender = new FakeSender();
    var evidence = new Evidence(_ -> heardSince, LEDGER, config(), clock);
    var dispatch = new Dispatch(ledger, pace, sender, LEDGER, evidence, clock);
    return new Delivery(
        keys,
        ledger,
        vault,
        new Composer(
            request -> plans.plan(request),
            Plans.PASSAGES,
            config(),
            new Trackers(Optional::empty)),
        dispatch,
        evidence,
        new Aftermath(ledger, keys, vault, queues, new Alarms(meters), clock),
        new MemoryBudget(1 << 20),
        stumbles,
        new Demands(),
        LEDGER,
        clock);
  }

  private final class FakeSender implements MailSender {
    @Override
    public boolean isAnswering() {
      return sesAnswers;
    }

    @Override
    public boolean takeTurn() {
      turns--;
      return turns >= 0;
    }

    @Override
    public SendResult send(OutgoingMail mail, Duration timeout) {
      if (answer instanceof SendResult.Sent || answer instanceof SendResult.Unknown) {
        sent.add(mail);
      }
      whileSending.run();
      return answer;
    }

    @Override
    public Optional<String> forgetSuppression(EmailAddress address) {
      forgotten.add(address);
      return stillSuppressed;
    }
  }

  private static MailConfig config() {
    return new FixedMailConfig(10_000);
  }

  private AcceptedMail mail(String token, List<String> siblings) {
    return mail(token, siblings, Instant.EPOCH);
  }

  private AcceptedMail mail(String token, List<String> siblings, Instant notBefore) {
    return mail("mail1", token, siblings, notBefore);
  }

  private AcceptedMail dropped(String token, List<String> siblings) {
    AcceptedMail mail = mail(token, siblings);
    return new AcceptedMail(
        mail.version(),
        mail.mailId(),
        mail.vaultKey(),
        token,
        siblings,
        mail.verdicts(),
        mail.notBefore(),
        true,
        Optional.of(LossReason.ALIAS_DISABLED.name()));
  }

  private AcceptedMail mailNamed(String id, String content) {
    stored.put(new VaultKey(id), content.getBytes(UTF_8));
    return mail(id, "token1", List.of("token1"), Instant.EPOCH);
  }

  private static AcceptedMail mail(
      String id, String token, List<String> siblings, Instant notBefore) {
    return new AcceptedMail(
        AcceptedMail.VERSION,
        new MailId(id),
        new VaultKey(id),
        token,
        siblings,
        Plans.PASSED,
        notBefore.getEpochSecond());
  }

  private AcceptedMail mail(String content) {
    return mailNamed("mail1", content);
  }

  private DeliveryKey key() {
    return keys.of(new MailId("mail1"), "token1");
  }

  @Test
  void holdsNoConnectionToTheVaultWhileItSends() throws Exception {
    whileSending = () -> assertThat(openObjects).hasValue(0);
    assertThat(delivery().deliver(mail(MESSAGE), Place.ANY)).isEqualTo(new Outcome.Finished());
    assertThat(sent).hasSize(1);
  }

  /** What follows waits for others, and would let only a few mails through a second. */
  @Test
  void leavesItsPlaceWhenSesHasTakenTheMail() throws Exception {
    List<Integer> sentThen = new ArrayList<>();
    List<Integer> publishedThen = new ArrayList<>();
    delivery()
        .deliver(
            mail(MESSAGE),
            () -> {
              sentThen.add(sent.size());
              publishedThen.add(published.size());
            });
    assertThat(sentThen).containsExactly(1);
    assertThat(publishedThen).containsExactly(0);
    assertThat(published).hasSize(2);
  }

  @Test
  void closesWhatItOpenedInVain() throws Exception {
    AcceptedMail mail = mail(MESSAGE);
    ledger.claim(key(), now, LEDGER.claimLease());
    assertThat(delivery().deliver(mail, Place.ANY)).isInstanceOf(Outcome.NotBefore.class);
    ledger.setUnavailable(true);
    assertThat(delivery().deliver(mail, Place.ANY)).isEqualTo(new Outcome.Waiting("PostgreSQL"));
    Awaitility.await().untilAsserted(() -> assertThat(opened).hasValue(2));
    Awaitility.await().untilAsserted(() -> assertThat(openObjects).hasValue(0));
  }

  @Test
  void sendsToTheOwnerAndDeletesTheContent() throws Exception {
    assertThat(delivery().deliver(mail(MESSAGE), Place.ANY)).isEqualTo(new Outcome.Finished());
    assertThat(sent).singleElement().extracting(OutgoingMail::recipient).isEqualTo(Plans.PRIMARY);
    assertThat(new String(sent.getFirst().message(), UTF_8)).endsWith("\r\n\r\nbody\r\n");
    assertThat(stored).isEmpty();
    assertThat(ledger.state(key())).isEqualTo("DONE");
    assertThat(published).hasAtLeastOneElementOfType(AliasActivity.class).hasSize(2);
  }

  @Test
  void sendsTheSameMailOnce() throws Exception {
    AcceptedMail mail = mail(MESSAGE);
    delivery().deliver(mail, Place.ANY);
    assertThat(delivery().deliver(mail, Place.ANY)).isEqualTo(new Outcome.Finished());
    assertThat(sent).hasSize(1);
  }

  @Test
  void keepsTheContentUntilTheLastRecipientIsDone() throws Exception {
    stored.put(new VaultKey("mail1"), MESSAGE.getBytes(UTF_8));
    List<String> both = List.of("token1", "token2");
    delivery().deliver(mail("token1", both), Place.ANY);
    assertThat(stored).isNotEmpty();
    delivery().deliver(mail("token2", both), Place.ANY);
    assertThat(stored).isEmpty();
    assertThat(sent).hasSize(2);
  }

  @Test
  void whatSesTookIsKnownEvenIfAnotherHasClaimedItMeanwhile() throws Exception {
    AcceptedMail mail = mail(MESSAGE);
    whileSending =
        () -> {
          now = now.plus(Duration.ofHours(1));
          assertThat(claim()).isInstanceOf(Claim.Claimed.class);
        };
    assertThat(delivery().deliver(mail, Place.ANY)).isEqualTo(new Outcome.Finished());
    assertThat(ledger.state(key())).isEqualTo("DONE");
    assertThat(delivery().deliver(mail, Place.ANY)).isEqualTo(new Outcome.Finished());
    assertThat(sent).hasSize(1);
  }

  private Claim claim() {
    try {
      return ledger.claim(key(), now, LEDGER.claimLease());
    } catch (LedgerUnavailableException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void waitsWhenSesIsThrottled() throws Exception {
    AcceptedMail mail = mail(MESSAGE);
    answer = new SendResult.Deferred("throttled");
    assertThat(delivery().deliver(mail, Place.ANY))
        .isEqualTo(new Outcome.Waiting("SES: throttled"));
    answer = new SendResult.Sent("ses-2");
    assertThat(delivery().deliver(mail, Place.ANY)).isEqualTo(new Outcome.Finished());
    assertThat(sent).hasSize(1);
  }

  @Test
  void waitsForTheLeaseWhenTheAnswerIsLost() throws Exception {
    AcceptedMail mail = mail(MESSAGE);
    Delivery delivery = delivery();
    answer = new SendResult.Unknown("timeout");
    assertThat(delivery.deliver(mail, Place.ANY)).isInstanceOf(Outcome.NotBefore.class);
    assertThat(delivery.deliver(mail, Place.ANY)).isInstanceOf(Outcome.NotBefore.class);
    assertThat(sent).hasSize(1);
    now = NOW.plus(Duration.ofMinutes(4));
    answer = new SendResult.Sent("ses-2");
    assertThat(delivery.deliver(mail, Place.ANY)).isEqualTo(new Outcome.Finished());
    assertThat(sent).extracting(OutgoingMail::attempt).containsExactly(1, 2);
  }

  @Test
  void listensForAsLongBeforeItSendsAgainAsSesMayTake() throws Exception {
    AcceptedMail mail = mail(MESSAGE);
    answer = new SendResult.Unknown("killed");
    delivery().deliver(mail, Place.ANY);
    now = NOW.plus(Duration.ofHours(1));
    heardSince = now;
    answer = new SendResult.Sent("ses-2");

    assertThat(delivery().deliver(mail, Place.ANY))
        .isEqualTo(new Outcome.NotBefore(now.plus(LEDGER.evidenceWait())));
    now = now.plus(LEDGER.evidenceWait());

    assertThat(delivery().deliver(mail, Place.ANY)).isEqualTo(new Outcome.Finished());
    assertThat(sent).extracting(OutgoingMail::attempt).containsExactly(1, 2);
  }

  /** Mail whose send had no answer. */
  private AcceptedMail cutOffAnHourAgo(Delivery delivery) throws InterruptedException {
    AcceptedMail mail = mail(MESSAGE);
    answer = new SendResult.Unknown("cut off");
    delivery.deliver(mail, Place.ANY);
    now = NOW.plus(Duration.ofHours(1));
    return mail;
  }

  @Test
  void listensAnewAfterEachBreak() throws Exception {
    Delivery delivery = delivery();
    AcceptedMail mail = cutOffAnHourAgo(delivery);
    heardSince = now;
    assertThat(delivery.deliver(mail, Place.ANY)).isInstanceOf(Outcome.NotBefore.class);
    now = now.plus(LEDGER.evidenceWait());
    heardSince = now.minusSeconds(1);

    assertThat(delivery.deliver(mail, Place.ANY))
        .isEqualTo(new Outcome.NotBefore(heardSince.plus(LEDGER.evidenceWait())));
    assertThat(sent).hasSize(1);
  }

  @Test
  void timeWithoutTheLedgerIsNoTimeOfListening() throws Exception {
    Delivery delivery = delivery();
    AcceptedMail mail = cutOffAnHourAgo(delivery);
    ledger.setUnavailable(true);
    assertThat(delivery.deliver(mail, Place.ANY)).isEqualTo(new Outcome.Waiting("PostgreSQL"));
    Instant away = now;
    now = now.plusSeconds(20);
    ledger.setUnavailable(false);

    assertThat(delivery.deliver(mail, Place.ANY))
        .isEqualTo(new Outcome.NotBefore(away.plus(LEDGER.evidenceWait())));
    assertThat(sent).hasSize(1);
  }

  @Test
  void listensForNobodyBeforeAFirstAttempt() throws Exception {
    heardSince = now;
    assertThat(delivery().deliver(mail(MESSAGE), Place.ANY)).isEqualTo(new Outcome.Finished());
  }

  @Test
  void noAttemptBeginsWhileSesDoesNotAnswer() throws Exception {
    AcceptedMail mail = mail(MESSAGE);
    sesAnswers = false;
    assertThat(delivery().deliver(mail, Place.ANY))
        .isEqualTo(new Outcome.Waiting("SES: no answer"));
    sesAnswers = true;
    assertThat(delivery().deliver(mail, Place.ANY)).isEqualTo(new Outcome.Finished());
    assertThat(sent).extracting(OutgoingMail::attempt).containsExactly(1);
  }

  @Test
  void triesAreForMailThatIsSent() throws Exception {
    turns = 1;
    plans = _ -> new DeliveryPlan.Refused(RefusalReason.ALIAS_DISABLED);
    delivery().deliver(mailNamed("mail2", MESSAGE), Place.ANY);
    plans = _ -> forwardPlan();
    assertThat(delivery().deliver(mail(MESSAGE), Place.ANY)).isEqualTo(new Outcome.Finished());
    assertThat(sent).hasSize(1);
  }

  @Test
  void whoeverGetsNoTryWaitsAndLeavesNothingUndecided() throws Exception {
    AcceptedMail mail = mail(MESSAGE);
    turns = 0;
    assertThat(delivery().deliver(mail, Place.ANY))
        .isEqualTo(new Outcome.Waiting("SES: no answer"));
    assertThat(sent).isEmpty();
    turns = 1;
    assertThat(delivery().deliver(mail, Place.ANY)).isEqualTo(new Outcome.Finished());
    assertThat(sent).extracting(OutgoingMail::attempt).containsExactly(1);
  }

  @Test
  void onlyAttemptsOfUnknownEndMakeTheWaitLonger() throws Exception {
    AcceptedMail mail = mail(MESSAGE);
    Duration first = LEDGER.sendTimeout().plus(LEDGER.sendMargin()).plus(LEDGER.evidenceWait());
    answer = new SendResult.Deferred("throttled");
    for (int i = 0; i < 10; i++) {
      delivery().deliver(mail, Place.ANY);
    }
    answer = new SendResult.Unknown("timeout");
    assertThat(delivery().deliver(mail, Place.ANY))
        .isEqualTo(new Outcome.NotBefore(now.plus(first)));

    now = now.plus(first);
    assertThat(delivery().deliver(mail, Place.ANY))
        .isEqualTo(new Outcome.NotBefore(now.plus(first).plus(Duration.ofMinutes(1))));
  }

  private static final String WISHED =
      """
      From: Ann <ann@shop.example>
      Content-Type: text/html

      <p>hi</p><img src="https://x.list-manage.com/track/open.php?u=1">
      """
          .replace("\n", "\r\n");

  private static String text(OutgoingMail mail) {
    return new String(mail.message(), UTF_8);
  }

  @Test
  void fulfilsTheOwnersWishesAndTellsHowManyTrackersItFound() throws Exception {
    plans = request -> forwardPlan(false, new BodyWishes(true, true, "de"));
    delivery().deliver(mail(WISHED), Place.ANY);
    assertThat(text(sent.getFirst()))
        .contains(">Nachricht an k7m2p9@relay.test, ")
        .endsWith("<p>hi</p><!---->\r\n");
    assertThat(published).contains(AliasActivity.forwarded("mail1", new RouteToken("token1"), 1));
  }

  @Test
  void withoutWishesTheBodyIsAsItWas() throws Exception {
    delivery().deliver(mail(WISHED), Place.ANY);
    assertThat(text(sent.getFirst())).endsWith(WISHED.substring(WISHED.indexOf("\r\n\r\n")));
    assertThat(published).contains(AliasActivity.forwarded("mail1", new RouteToken("token1"), 0));
  }

  @Test
  void doesNotSendAgainWhatAnEventProves() throws Exception {
    AcceptedMail mail = mail(MESSAGE);
    answer = new SendResult.Unknown("timeout");
    delivery().deliver(mail, Place.ANY);
    ledger.evidence(key(), "ses-1", now);

    assertThat(delivery().deliver(mail, Place.ANY)).isEqualTo(new Outcome.Finished());

    assertThat(sent).hasSize(1);
    assertThat(stored).isEmpty();
    assertThat(published)
        .contains(
            AliasActivity.of("mail1", new RouteToken("token1"), AliasActivity.Kind.FORWARDED));
  }

  @Test
  void remembersWhatTheLedgerCouldNotTake() throws Exception {
    AcceptedMail mail = mail(MESSAGE);
    Delivery delivery = delivery();
    whileSending = () -> ledger.setUnavailable(true);
    assertThat(delivery.deliver(mail, Place.ANY)).isEqualTo(new Outcome.Waiting("PostgreSQL"));

    ledger.setUnavailable(false);

    assertThat(delivery.deliver(mail, Place.ANY)).isEqualTo(new Outcome.Finished());
    assertThat(sent).hasSize(1);
    assertThat(ledger.state(key())).isEqualTo("DONE");
  }

  @Test
  void tellsTheEndAgainAfterACrashBeforeItWasTold() throws Exception {
    AcceptedMail mail = mail(MESSAGE);
    Claim.Claimed claim = (Claim.Claimed) ledger.claim(key(), now, Duration.ofSeconds(30));
    ledger.sending(key(), claim.fence(), SendKind.REPLY, now.plusSeconds(30));
    ledger.sent(key(), claim.fence(), "ses-1", now);

    assertThat(delivery().deliver(mail, Place.ANY)).isEqualTo(new Outcome.Finished());

    assertThat(sent).isEmpty();
    assertThat(published)
        .contains(AliasActivity.of("mail1", new RouteToken("token1"), AliasActivity.Kind.REPLIED));
  }

  @Test
  void waitsForItsTurn() throws Exception {
    stored.put(new VaultKey("mail1"), MESSAGE.getBytes(UTF_8));
    Instant turn = NOW.plus(Duration.ofHours(1));

    assertThat(delivery().deliver(mail("token1", List.of("token1"), turn), Place.ANY))
        .isEqualTo(new Outcome.Postponed(turn));
    now = turn;
    assertThat(delivery().deliver(mail("token1", List.of("token1"), turn), Place.ANY))
        .isEqualTo(new Outcome.Finished());
  }

  @Test
  void takesAProbedAddressOffTheSuppressionList() throws Exception {
    AcceptedMail mail = mail(MESSAGE);
    plans = request -> forwardPlan(true);

    delivery().deliver(mail, Place.ANY);

    assertThat(forgotten).containsExactly(Plans.PRIMARY);
  }

  @Test
  void noProbeIsSentToAnAddressThatMayBeSuppressed() throws Exception {
    AcceptedMail mail = mail(MESSAGE);
    plans = request -> forwardPlan(true);
    stillSuppressed = Optional.of("status 429");
    assertThat(delivery().deliver(mail, Place.ANY)).isInstanceOf(Outcome.Postponed.class);
    assertThat(sent).isEmpty();

    stillSuppressed = Optional.empty();
    assertThat(delivery().deliver(mail, Place.ANY)).isEqualTo(new Outcome.Finished());
    assertThat(sent).extracting(OutgoingMail::attempt).containsExactly(1);
  }

  @Test
  void mailThatIsNoProbeNeedsNothingOfTheSuppressionList() throws Exception {
    stillSuppressed = Optional.of("status 429");
    assertThat(delivery().deliver(mail(MESSAGE), Place.ANY)).isEqualTo(new Outcome.Finished());
  }

  @Test
  void saysNothingOfAnAliasThatIsGone() throws Exception {
    AcceptedMail mail = mail(MESSAGE);
    plans = request -> new DeliveryPlan.Refused(RefusalReason.ALIAS_GONE);

    assertThat(delivery().deliver(mail, Place.ANY)).isEqualTo(new Outcome.Finished());

    assertThat(stored).isEmpty();
    assertThat(published).doesNotHaveAnyElementsOfTypes(AliasActivity.class);
  }

  @Test
  void waitsWhenAliasApiIsAway() throws Exception {
    AcceptedMail mail = mail(MESSAGE);
    plans =
        request -> {
          throw new PlansUnavailableException("switched off");
        };
    assertThat(delivery().deliver(mail, Place.ANY)).isEqualTo(new Outcome.Waiting("alias-api"));
    plans = request -> forwardPlan();
    assertThat(delivery().deliver(mail, Place.ANY)).isEqualTo(new Outcome.Finished());
  }

  @Test
  void waitsWhenTheVaultIsAway() throws Exception {
    AcceptedMail mail = mail(MESSAGE);
    vaultAway = true;
    assertThat(delivery().deliver(mail, Place.ANY)).isEqualTo(new Outcome.Waiting("S3"));
    vaultAway = false;
    assertThat(delivery().deliver(mail, Place.ANY)).isEqualTo(new Outcome.Finished());
  }

  @Test
  void waitsWhenTheLedgerIsAway() throws Exception {
    AcceptedMail mail = mail(MESSAGE);
    ledger.setUnavailable(true);
    assertThat(delivery().deliver(mail, Place.ANY)).isEqualTo(new Outcome.Waiting("PostgreSQL"));
    assertThat(sent).isEmpty();
    assertThat(stored).isNotEmpty();
  }

  @Test
  void refusesWhatSesRefuses() throws Exception {
    answer = new SendResult.Refused("MessageRejected");
    assertRefused(mail(MESSAGE), LossReason.REJECTED_BY_SES);
  }

  @Test
  void mailThatWasLetInIsSentAlthoughALaterDecisionDropsIt() throws Exception {
    AcceptedMail waiting = mail("token1", List.of("token1"), NOW.plusSeconds(90));
    stored.put(new VaultKey("mail1"), MESSAGE.getBytes(UTF_8));
    assertThat(delivery().deliver(waiting, Place.ANY)).isInstanceOf(Outcome.Postponed.class);

    assertThat(delivery().deliver(dropped("token1", List.of("token1")), Place.ANY))
        .isEqualTo(new Outcome.Finished());
    assertThat(stored).isNotEmpty();
    assertThat(published).isEmpty();

    now = NOW.plusSeconds(91);
    assertThat(delivery().deliver(waiting, Place.ANY)).isEqualTo(new Outcome.Finished());
    assertThat(sent).hasSize(1);
    assertThat(stored).isEmpty();
  }

  @Test
  void mailThatWasSentIsNoLossAlthoughALaterDecisionDropsIt() throws Exception {
    delivery().deliver(mail(MESSAGE), Place.ANY);
    published.clear();

    assertThat(delivery().deliver(dropped("token1", List.of("token1")), Place.ANY))
        .isEqualTo(new Outcome.Finished());

    assertThat(published).isEmpty();
  }

  @Test
  void mailThatWasDroppedStaysSoAlthoughALaterDecisionLetsItIn() throws Exception {
    AcceptedMail mail = mail(MESSAGE);

    assertThat(delivery().deliver(dropped("token1", List.of("token1")), Place.ANY))
        .isEqualTo(new Outcome.Finished());
    assertThat(stored).isEmpty();
    assertThat(published)
        .containsExactly(
            AliasActivity.blocked("mail1", new RouteToken("token1"), LossReason.ALIAS_DISABLED));
    published.clear();

    assertThat(delivery().deliver(mail, Place.ANY)).isEqualTo(new Outcome.Finished());
    assertThat(sent).isEmpty();
    assertThat(published).isEmpty();
  }

  /** Two notifications, two decisions: ben's later one must not take ada's content away. */
  @Test
  void contentStaysForWhoWaitsWhenAnotherOfItsRecipientsIsDone() throws Exception {
    List<String> both = List.of("token1", "token2");
    stored.put(new VaultKey("mail1"), MESSAGE.getBytes(UTF_8));
    AcceptedMail waiting = mail("token1", both, NOW.plusSeconds(90));
    assertThat(delivery().deliver(waiting, Place.ANY)).isInstanceOf(Outcome.Postponed.class);

    delivery().deliver(dropped("token1", both), Place.ANY);
    delivery().deliver(mail("token2", both), Place.ANY);
    assertThat(sent).hasSize(1);
    assertThat(stored).isNotEmpty();

    now = NOW.plusSeconds(91);
    delivery().deliver(waiting, Place.ANY);
    assertThat(sent).hasSize(2);
    assertThat(stored).isEmpty();
  }

  @Test
  void refusesWithoutAPlan() throws Exception {
    plans = request -> new DeliveryPlan.Refused(RefusalReason.NOT_AUTHENTICATED);
    assertRefused(mail(MESSAGE), LossReason.NOT_AUTHENTICATED);
  }

  @Test
  void refusesWhatIsLargerThanSesSends() throws Exception {
    assertRefused(mail(MESSAGE + "x".repeat(10_000)), LossReason.TOO_LARGE);
  }

  @Test
  void mailThatCannotBeComposedEndsWithAReasonAfterAFewTries() throws Exception {
    plans =
        _ -> {
          throw new IllegalStateException("a fault of ours");
        };
    AcceptedMail mail = mail(MESSAGE);
    for (int i = 1; i < 8; i++) {
      assertThat(delivery().deliver(mail, Place.ANY)).isInstanceOf(Outcome.Postponed.class);
      assertThat(stored).isNotEmpty();
    }
    assertRefused(mail, LossReason.UNREADABLE);
  }

  @Test
  void planThatIsRefusedHoldsUpThisMailAlone() throws Exception {
    plans =
        _ -> {
          throw new PlanRefusedException(400);
        };
    assertThat(delivery().deliver(mail(MESSAGE), Place.ANY)).isInstanceOf(Outcome.Postponed.class);
  }

  @Test
  void oddAnswerOfSesHoldsUpThisMailAloneAndEndsIt() throws Exception {
    answer = new SendResult.Doubtful("status 409");
    AcceptedMail mail = mail(MESSAGE);
    for (int i = 1; i < 8; i++) {
      assertThat(delivery().deliver(mail, Place.ANY)).isInstanceOf(Outcome.Postponed.class);
    }
    assertRefused(mail, LossReason.REJECTED_BY_SES);
  }

  @Test
  void refusesWhatGrowsBeyondWhatSesTakesWhileItIsMended() throws Exception {
    assertRefused(mail(MESSAGE + "x".repeat(9_000)), LossReason.TOO_LARGE);
  }

  @Test
  void authorWhoIsNotClearProvesNothing() throws Exception {
    List<Boolean> authenticated = new ArrayList<>();
    plans =
        request -> {
          authenticated.add(request.authenticated());
          return forwardPlan();
        };
    delivery().deliver(mailNamed("mail1", MESSAGE), Place.ANY);
    delivery()
        .deliver(
            mailNamed("mail2", "From: \"a b\"@evil.example, Ann <ann@shop.example>\r\n\r\nx\r\n"),
            Place.ANY);
    assertThat(authenticated).containsExactly(true, false);
  }

  @Test
  void refusesALoop() throws Exception {
    assertRefused(mail("Received: from a by b\r\n".repeat(50) + MESSAGE), LossReason.LOOP);
  }

  @Test
  void refusesMailThatPassedTheRelayTooOften() throws Exception {
    String message = MESSAGE;
    for (int passage = 1; passage < 5; passage++) {
      assertThat(delivery().deliver(mailNamed("passage" + passage, message), Place.ANY))
          .isEqualTo(new Outcome.Finished());
      assertThat(sent).as("passage %d", passage).hasSize(passage);
      message = new String(sent.getLast().message(), UTF_8);
    }
    sent.clear();
    published.clear();
    assertRefused(mail(message), LossReason.LOOP);
  }

  /** Where a mailbox sends all to an alias, to tell of that would be the next to come round. */
  @Test
  void noticeThatComesRoundEndsUntold() throws Exception {
    var notice = new NoticePlan.Tell(Plans.PRIMARY, "s", "text", "en", "lane", null);
    byte[] message =
        NoticeMessage.of(
            notice, EmailAddress.of("notices@relay.test"), Instant.EPOCH, Plans.PASSAGES, 4);

    assertThat(delivery().deliver(mail(new String(message, UTF_8)), Place.ANY))
        .isEqualTo(new Outcome.Finished());
    assertThat(sent).isEmpty();
    assertThat(stored).isEmpty();
    assertThat(published).noneMatch(AliasActivity.class::isInstance);
  }

  @Test
  void refusesAReplyThatWouldRevealItsOwner() throws Exception {
    plans = request -> Plans.reply(ANN);
    String signed =
        """
        From: ada@mailbox.test
        Content-Type: multipart/signed; boundary=s

        --s

        ada@mailbox.test
        --s--
        """;
    assertRefused(mail(signed), LossReason.WOULD_REVEAL_OWNER);
  }

  @Test
  void looksAtAReplyBeforeAnAttachmentHidesIt() throws Exception {
    plans = request -> Plans.reply(ANN);
    String signed =
        """
        From: ada@mailbox.test
        Content-Type: multipart/signed; boundary=s

        --s
        Content-Type: text/plain
        junk
        Content-Transfer-Encoding: quoted-printable

        ada@mail=
        box.test
        %s
        --s--
        """
            .formatted("x".repeat(2_000));
    assertRefused(mail(signed), LossReason.WOULD_REVEAL_OWNER);
  }

  @Test
  void refusesWhenTheContentIsGone() throws Exception {
    assertRefused(mail("token1", List.of("token1")), LossReason.CONTENT_GONE);
    assertThat(meters.counter("relay.alarm.strikes", "fault", "content-gone").count()).isOne();
  }

  private void assertRefused(AcceptedMail mail, LossReason reason) throws Exception {
    assertThat(delivery().deliver(mail, Place.ANY)).isEqualTo(new Outcome.Finished());
    assertThat(sent).isEmpty();
    assertThat(stored).isEmpty();
    assertThat(ledger.state(key())).isEqualTo("DONE");
    assertThat(published)
        .contains(AliasActivity.blocked("mail1", new RouteToken("token1"), reason));
  }
}
