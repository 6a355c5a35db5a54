package org.aliasrelay.telemetry.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.aliasrelay.telemetry.contract.InteractionEvent;
import org.aliasrelay.telemetry.contract.RelayEvent;
import org.aliasrelay.telemetry.count.CounterName.OfInteraction;
import org.aliasrelay.telemetry.count.CounterName.OfRelay;
import org.aliasrelay.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything that keeps counts must do. */
abstract class CountsContract {
  private static final CounterName CLICK = new OfInteraction(InteractionEvent.SIGN_UP_CLICKED);
  private static final CounterName ADMITTED = new OfRelay(RelayEvent.Kind.MAIL_ADMITTED);
  private static final CounterName SENT = new OfRelay(RelayEvent.Kind.REPLY_SENT);

  private final MovableClock clock = new MovableClock(Instant.parse("2026-06-01T23:59:00Z"));
  private Counts counts = new InMemoryCounts(clock);

  /** Empty counts. */
  abstract Counts create(Clock time);

  @BeforeEach
  final void begin() {
    counts = create(clock);
  }

  @Test
  void beginsWithNothing() throws CountsUnavailableException {
    assertThat(totals()).isEmpty();
  }

  @Test
  void countsEachClick() throws CountsUnavailableException {
    counts.add(CLICK);
    counts.add(CLICK);

    assertThat(totals()).containsOnly(Map.entry(CLICK.key(), 2L));
  }

  @Test
  void countsARepeatedEventOnce() throws CountsUnavailableException {
    counts.addOnce(ADMITTED, "one");
    counts.addOnce(ADMITTED, "one");
    counts.addOnce(ADMITTED, "two");

    assertThat(totals()).containsOnly(Map.entry(ADMITTED.key(), 2L));
  }

  private Map<String, Long> totals() throws CountsUnavailableException {
    return counts.totals(today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  @Test
  void tellsWhatThereWasAtTheEndOfADay() throws CountsUnavailableException {
    LocalDate first = today();
    counts.addOnce(SENT, "one");
    counts.add(CLICK);
    clock.move(Duration.ofDays(1));
    counts.addOnce(SENT, "two");
    counts.add(CLICK);

    assertThat(counts.totals(first.minusDays(1))).isEmpty();
    assertThat(counts.totals(first))
        .containsOnly(Map.entry(SENT.key(), 1L), Map.entry(CLICK.key(), 1L));
  }

  @Test
  void addsUpOverAllDays() throws CountsUnavailableException {
    counts.addOnce(SENT, "one");
    clock.move(Duration.ofDays(1));
    counts.addOnce(SENT, "two");

    assertThat(totals()).containsEntry(SENT.key(), 2L);
  }

  @Test
  void remembersAnEventUntilItsTimeIsOver() throws CountsUnavailableException {
    counts.addOnce(ADMITTED, "one");
    clock.move(Counts.MEMORY);
    counts.prune();
    counts.addOnce(ADMITTED, "one");

    assertThat(totals()).containsEntry(ADMITTED.key(), 1L);
  }

  @Test
  void forgetsAnEventAfterItsTime() throws CountsUnavailableException {
    counts.addOnce(ADMITTED, "one");
    clock.move(Counts.MEMORY.plusSeconds(1));
    counts.prune();
    counts.addOnce(ADMITTED, "one");

    assertThat(totals()).containsEntry(ADMITTED.key(), 2L);
  }
}
