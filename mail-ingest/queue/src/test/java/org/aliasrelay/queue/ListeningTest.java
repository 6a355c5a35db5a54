package org.aliasrelay.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.aliasrelay.testkit.MovableClock;
import org.junit.jupiter.api.Test;

/** What counts as having listened to a queue, and what as a break. */
class ListeningTest {
  private static final String QUEUE = HeldMessage.queueName(FakeSqs.QUEUE);
  private static final Duration POLL = Duration.ofSeconds(20);

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T10:00:00Z"));
  private final Instant start = clock.instant();
  private final Gates gates = new Gates(Patience.USUAL, clock, new SimpleMeterRegistry());
  private final ReceiveGate gate = gates.of(FakeSqs.QUEUE);
  private final Listening listening = new Listening(gates);

  private Instant since() {
    return listening.since(QUEUE, clock.instant());
  }

  private void poll(Duration takes) {
    Instant asked = clock.instant();
    clock.move(takes);
    gate.received(asked, false);
  }

  @Test
  void beginsWhenTheFirstAnsweredReceiveWasAskedFor() {
    clock.move(POLL);
    assertThat(since()).isEqualTo(clock.instant());
    poll(POLL);
    assertThat(since()).isEqualTo(start.plus(POLL));
  }

  @Test
  void goesOnFromReceiveToReceive() {
    poll(POLL);
    poll(Duration.ofSeconds(1));
    clock.move(Duration.ofSeconds(1));
    poll(POLL);
    clock.move(POLL);
    assertThat(since()).isEqualTo(start);
  }

  @Test
  void failedReceiveIsABreak() {
    poll(POLL);
    gate.missed();
    assertThat(since()).isEqualTo(clock.instant());
    Instant again = clock.instant();
    poll(POLL);
    assertThat(since()).isEqualTo(again);
  }

  @Test
  void notReceivingIsABreak() {
    poll(POLL);
    clock.move(Duration.ofMinutes(1));
    assertThat(since()).isEqualTo(clock.instant());
    Instant again = clock.instant();
    poll(POLL);
    assertThat(since()).isEqualTo(again);
  }

  @Test
  void answerReadAfterAStandstillTellsOfNothingSince() {
    poll(POLL);
    poll(Duration.ofMinutes(10));
    assertThat(since()).isEqualTo(clock.instant());
  }

  @Test
  void whatCannotBeHandledHasNotBeenHeard() {
    poll(POLL);
    gate.enter();
    poll(POLL);
    assertThat(since()).isEqualTo(clock.instant());
    clock.move(Duration.ofSeconds(1));
    gate.leave();
    gate.passed(true);
    assertThat(since()).isEqualTo(clock.instant());
    Instant open = clock.instant();
    poll(POLL);
    assertThat(since()).isEqualTo(open);
  }

  @Test
  void whatStillWaitsHasNotBeenHeardThoughOthersGetThrough() {
    gate.enter();
    gate.passed(true);
    poll(POLL);
    assertThat(since()).isEqualTo(clock.instant());
    gate.leave();
    assertThat(since()).isEqualTo(start);
  }

  @Test
  void moreMayLieBehindAFullReceive() {
    clock.move(Duration.ofSeconds(1));
    gate.received(start, true);
    assertThat(since()).isEqualTo(clock.instant());
    poll(Duration.ofSeconds(1));
    assertThat(since()).isEqualTo(start);
    for (int i = 0; i < 40; i++) {
      Instant asked = clock.instant();
      clock.move(Duration.ofSeconds(1));
      gate.received(asked, true);
    }
    assertThat(since()).isEqualTo(clock.instant());
  }

  @Test
  void queueThatNobodyReceivesFromIsNotListenedTo() {
    poll(POLL);
    assertThat(listening.since("another", clock.instant())).isEqualTo(clock.instant());
  }
}
