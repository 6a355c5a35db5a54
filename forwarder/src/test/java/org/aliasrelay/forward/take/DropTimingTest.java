package org.aliasrelay.forward.take;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DropTimingTest {
  private static final Instant START = Instant.parse("2026-11-28T10:00:00Z");

  private Instant now = START;
  private boolean behind;

  private final InstantSource source = () -> now;
  private final Clock clock = source.withZone(ZoneOffset.UTC);
  private final DropTiming timing =
      new DropTiming(asked -> behind ? asked : asked.minusSeconds(20), clock);

  @Test
  void doesNotWaitWhereAllHasBeenLookedAt() {
    assertThat(timing.delay()).isEmpty();
  }

  @Test
  void waitsWhileMailMayLieUnseen() {
    now = START.plus(Duration.ofHours(1));
    behind = true;
    assertThat(timing.delay()).contains(Duration.ofMinutes(2));
    behind = false;
    assertThat(timing.delay()).isEmpty();
  }

  @Test
  void asksAgainSoonAtTheBeginning() {
    behind = true;
    assertThat(timing.delay()).contains(Duration.ofSeconds(5));
  }
}
