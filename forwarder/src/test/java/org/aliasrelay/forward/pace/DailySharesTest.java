package org.aliasrelay.forward.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DailySharesTest {
  private long now;
  private final DailyShares shares = new DailyShares(0.25, () -> now);

  @Test
  void floodOfOneLaneLeavesTheRestOfTheDayToOthers() {
    take("flooded", 250);
    assertThat(shares.hasLeft("flooded", 1_000)).isFalse();
    assertThat(shares.hasLeft("other", 1_000)).isTrue();
  }

  @Test
  void nextDayBeginsAnew() {
    take("flooded", 250);
    now += TimeUnit.DAYS.toNanos(1);
    assertThat(shares.hasLeft("flooded", 1_000)).isTrue();
  }

  @Test
  void everybodyMaySendSomethingHoweverLittleTheDayHolds() {
    take("one", 9);
    assertThat(shares.hasLeft("one", 4)).isTrue();
    take("one", 1);
    assertThat(shares.hasLeft("one", 4)).isFalse();
  }

  @Test
  void withoutALimitNobodyIsHeldBack() {
    take("one", 100_000);
    assertThat(shares.hasLeft("one", Double.POSITIVE_INFINITY)).isTrue();
  }

  private void take(String lane, int times) {
    IntStream.range(0, times).forEach(_ -> shares.take(lane));
  }
}
