package org.aliasrelay.forward.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.NoticeDue;
import org.aliasrelay.alias.contract.NoticePlan;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.forward.LedgerConfig;
import org.aliasrelay.forward.ledger.DeliveryKey;
import org.aliasrelay.forward.ledger.DeliveryKeys;
import org.aliasrelay.forward.ledger.InMemoryLedger;
import org.aliasrelay.forward.ledger.LedgerUnavailableException;
import org.aliasrelay.forward.pace.Pace;
import org.aliasrelay.forward.rewrite.Passages;
import org.aliasrelay.forward.send.MailSender;
import org.aliasrelay.forward.send.OutgoingMail;
import org.aliasrelay.forward.send.Reference;
import org.aliasrelay.forward.send.SendResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoticeDeliveryTest {
  private static final NoticeDue DUE = NoticeDue.of("digest-1");
  private static final LedgerConfig LEDGER = new FixedLedgerConfig();
  private static final EmailAddress ADA = EmailAddress.of("ada@mailbox.test");

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final Stumbles stumbles = new Stumbles();
  private final List<Object> published = new ArrayList<>();
  private final List<OutgoingMail> tried = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private NoticePlan plan = tell(new RouteToken("token-1"));
  private SendResult answer = new SendResult.Sent("ses-1");
  private boolean sesAnswers = true;
  private Instant heardSince = Instant.EPOCH;
  private int turns = Integer.MAX_VALUE;
  private boolean isOvertaken;

  private static NoticePlan tell(@Nullable RouteToken token) {
    return new NoticePlan.Tell(ADA, "A mail was lost", "Hello", "en", "lane", token);
  }

  private Outcome deliver() throws InterruptedException {
    Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    var mail = new FixedMailConfig(10_000);
    var evidence = new Evidence(_ -> heardSince, LEDGER, mail, clock);
    return new NoticeDelivery(
            new DeliveryKeys(new byte[32]),
            ledger,
            _ -> plan,
            new Dispatch(ledger, new Pace(() -> 100_000), new Ses(), LEDGER, evidence, clock),
            evidence,
            stumbles,
            (queue, messages, delay) -> published.addAll(messages),
            LEDGER,
            mail,
            new Passages(new byte[32]),
            clock)
        .deliver(DUE);
  }

  private final class Ses implements MailSender {
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
      tried.add(mail);
      if (isOvertaken) {
        now = now.plus(Duration.ofHours(1));
        claimByAnother();
      }
      return answer;
    }

    @Override
    public Optional<String> forgetSuppression(EmailAddress address) {
      return Optional.empty();
    }
  }

  @Test
  void isSentAndCountedOnce() throws Exception {
    assertThat(deliver()).isEqualTo(new Outcome.Finished());
    assertThat(deliver()).isEqualTo(new Outcome.Finished());
    assertThat(tried).singleElement().extracting(OutgoingMail::recipient).isEqualTo(ADA);
    assertThat(published).hasSize(1);
  }

  @Test
  void comesRoundNoMoreThanOnce() throws Exception {
    deliver();
    assertThat(new String(tried.getFirst().message(), StandardCharsets.US_ASCII))
        .contains("\r\nX-Alias-Relay-Hop: 4; ");
  }

  @Test
  void sesRepeatsWhichNoticeItWas() throws Exception {
    deliver();
    assertThat(tried)
        .extracting(OutgoingMail::reference)
        .containsExactly(new Reference("notice-digest-1", "token-1"));
  }

  @Test
  void noticeOfAnOldAliasApiIsSentAllTheSame() throws Exception {
    plan = tell(null);
    assertThat(deliver()).isEqualTo(new Outcome.Finished());
    assertThat(tried).extracting(OutgoingMail::reference).containsExactly(Reference.NONE);
  }

  @Test
  void oddAnswerIsWaitedOutAsForMail() throws Exception {
    answer = new SendResult.Doubtful("status 409");
    for (int i = 1; i < 8; i++) {
      assertThat(deliver()).isInstanceOf(Outcome.Postponed.class);
    }
    answer = new SendResult.Sent("ses-2");
    assertThat(deliver()).isEqualTo(new Outcome.Finished());
    assertThat(published).hasSize(1);
  }

  @Test
  void oddAnswerThatStaysEndsIt() throws Exception {
    answer = new SendResult.Doubtful("status 409");
    for (int i = 1; i < 8; i++) {
      deliver();
    }
    assertThat(deliver()).isEqualTo(new Outcome.Finished());
    int before = tried.size();
    assertThat(deliver()).isEqualTo(new Outcome.Finished());
    assertThat(tried).hasSize(before);
  }

  @Test
  void whatSesRefusedHasToldNobody() throws Exception {
    answer = new SendResult.Refused("MessageRejected");
    deliver();
    assertThat(deliver()).isEqualTo(new Outcome.Finished());
    assertThat(published).isEmpty();
  }

  private void claimByAnother() {
    DeliveryKey key = new DeliveryKeys(new byte[32]).ofNotice(DUE.noticeId());
    try {
      var _ = ledger.claim(key, now, Duration.ofHours(1));
    } catch (LedgerUnavailableException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void refusalThatIsOvertakenIsNotTheEnd() throws Exception {
    answer = new SendResult.Refused("MessageRejected");
    isOvertaken = true;
    assertThat(deliver()).isInstanceOf(Outcome.NotBefore.class);
  }

  @Test
  void whatWasWithdrawnIsNotSent() throws Exception {
    plan = new NoticePlan.Withdrawn();
    assertThat(deliver()).isEqualTo(new Outcome.Finished());
    assertThat(tried).isEmpty();
    assertThat(published).isEmpty();
  }

  @Test
  void listensBeforeItIsSentAgainAsMailDoes() throws Exception {
    answer = new SendResult.Unknown("killed");
    deliver();
    now = now.plus(Duration.ofHours(1));
    heardSince = now;
    answer = new SendResult.Sent("ses-2");
    assertThat(deliver()).isEqualTo(new Outcome.NotBefore(now.plus(LEDGER.evidenceWait())));
    now = now.plus(LEDGER.evidenceWait());
    assertThat(deliver()).isEqualTo(new Outcome.Finished());
    assertThat(tried).hasSize(2);
  }

  @Test
  void waitsForATry() throws Exception {
    turns = 0;
    assertThat(deliver()).isEqualTo(new Outcome.Waiting("SES: no answer"));
    assertThat(tried).isEmpty();
  }

  @Test
  void waitsWhileSesDoesNotAnswer() throws Exception {
    sesAnswers = false;
    assertThat(deliver()).isEqualTo(new Outcome.Waiting("SES: no answer"));
    sesAnswers = true;
    assertThat(deliver()).isEqualTo(new Outcome.Finished());
  }
}
