package org.aliasrelay.forward.take;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.aliasrelay.forward.deliver.Outcome;
import org.aliasrelay.queue.Disposition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispositionsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final Dispositions dispositions =
      new Dispositions(new SimpleMeterRegistry(), Clock.fixed(NOW, ZoneOffset.UTC));

  /** The content has to go within 60 s after the end, and somebody must have looked by then. */
  @ParameterizedTest
  @CsvSource({"-5, 1", "0, 1", "10, 11", "40, 41", "41, 40", "245, 40", "3600, 40"})
  void whatMayEndMeanwhileIsLookedAtSoon(int left, int delay) {
    assertThat(dispositions.of(new Outcome.NotBefore(NOW.plusSeconds(left))))
        .isEqualTo(new Disposition.Postpone(Duration.ofSeconds(delay)));
  }

  @ParameterizedTest
  @CsvSource({"-5, 0", "10, 10", "3600, 3600"})
  void whatWaitsForItsTurnIsLeftAlone(int left, int delay) {
    assertThat(dispositions.of(new Outcome.Postponed(NOW.plusSeconds(left))))
        .isEqualTo(new Disposition.Postpone(Duration.ofSeconds(delay)));
  }
}
