package org.aliasrelay.telemetry.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.aliasrelay.telemetry.contract.InteractionEvent;
import org.aliasrelay.telemetry.contract.RelayEvent;
import org.aliasrelay.telemetry.count.CounterName;
import org.aliasrelay.telemetry.count.CounterName.OfInteraction;
import org.aliasrelay.telemetry.count.CounterName.OfRelay;
import org.aliasrelay.telemetry.count.CountsUnavailableException;
import org.aliasrelay.telemetry.count.InMemoryCounts;
import org.aliasrelay.testkit.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatsResourceTest {
  private static final int COHORT = 50;
  private static final CounterName FORWARDED = new OfRelay(RelayEvent.Kind.MAIL_FORWARDED);
  private static final CounterName CLICK = new OfInteraction(InteractionEvent.SIGN_UP_CLICKED);

  private final MovableClock clock = new MovableClock(Instant.parse("2026-06-01T12:00:00Z"));
  private final InMemoryCounts counts = new InMemoryCounts(clock);

  @Test
  void showsWhatIsFewerThanACohortToNobody() throws CountsUnavailableException {
    count(COHORT - 1, FORWARDED);
    count(COHORT - 1, CLICK);
    clock.move(Duration.ofDays(1));

    assertThat(stats(COHORT).relay()).containsEntry("mail_forwarded", 0L);
    assertThat(stats(COHORT).interactions()).containsEntry("sign_up_clicked", 0L);
  }

  @Test
  void growsInWholeCohorts() throws CountsUnavailableException {
    count(3 * COHORT - 1, FORWARDED);
    clock.move(Duration.ofDays(1));

    assertThat(stats(COHORT).relay()).containsEntry("mail_forwarded", 2L * COHORT);
  }

  @Test
  void showsNothingOfToday() throws CountsUnavailableException {
    count(COHORT, FORWARDED);
    Stats today = stats(COHORT);
    clock.move(Duration.ofDays(1));

    assertThat(today.relay()).containsEntry("mail_forwarded", 0L);
    assertThat(stats(COHORT).relay()).containsEntry("mail_forwarded", (long) COHORT);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "DROPPED_.*")
  void doesNotTellWhyMailWasDropped(RelayEvent.Kind reason) throws CountsUnavailableException {
    Stats before = stats(COHORT);
    count(COHORT, new OfRelay(reason));
    clock.move(Duration.ofDays(1));
    Stats after = stats(COHORT);

    assertThat(changed(before, after)).containsExactly("dropped");
    assertThat(after.relay()).containsEntry("dropped", (long) COHORT);
  }

  @Test
  void addsTheRareReasonsUpBeforeItRounds() throws CountsUnavailableException {
    long reasons =
        Stream.of(RelayEvent.Kind.values()).filter(k -> k.name().startsWith("DROPPED_")).count();
    for (RelayEvent.Kind kind : RelayEvent.Kind.values()) {
      count(COHORT / 2, new OfRelay(kind));
    }
    clock.move(Duration.ofDays(1));

    long dropped = reasons * (COHORT / 2);
    assertThat(stats(COHORT).relay()).containsEntry("dropped", dropped - dropped % COHORT);
  }

  @Test
  void tellsAnOperatorAloneEverythingAtOnce() throws CountsUnavailableException {
    count(3, new OfRelay(RelayEvent.Kind.DROPPED_ALIAS_DISABLED));

    assertThat(stats(1).relay())
        .containsEntry("dropped_alias_disabled", 3L)
        .doesNotContainKey("dropped");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void refusesToTakeNobodyForACohort(int cohort) {
    assertThatThrownBy(() -> resource(cohort)).isInstanceOf(IllegalArgumentException.class);
  }

  private void count(int times, CounterName name) throws CountsUnavailableException {
    for (int i = 0; i < times; i++) {
      counts.addOnce(name, UUID.randomUUID().toString());
    }
  }

  private static Set<String> changed(Stats before, Stats after) {
    Set<String> changed = new TreeSet<>(after.relay().keySet());
    changed.removeIf(name -> Objects.equals(after.relay().get(name), before.relay().get(name)));
    return changed;
  }

  private Stats stats(int cohort) {
    return (Stats) resource(cohort).totals().getEntity();
  }

  private StatsResource resource(int cohort) {
    return new StatsResource(counts, () -> cohort, clock);
  }
}
