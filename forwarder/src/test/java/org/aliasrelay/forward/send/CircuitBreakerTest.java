package org.aliasrelay.forward.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
  private static final int MOST = 5;

  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private final CircuitBreaker breaker =
      new CircuitBreaker(((InstantSource) () -> now).withZone(ZoneOffset.UTC));

  private void miss(int times) {
    for (int i = 0; i < times; i++) {
      breaker.missed();
    }
  }

  /** How many seconds until it admits a call again. */
  private long secondsUntilATry() {
    Instant from = now;
    while (!breaker.takeTurn()) {
      now = now.plusSeconds(1);
    }
    return Duration.between(from, now).toSeconds();
  }

  @Test
  void admitsAllUntilAFewInARowHadNoAnswer() {
    miss(MOST - 1);
    assertThat(breaker.takeTurn()).isTrue();
    assertThat(breaker.takeTurn()).isTrue();
    assertThat(breaker.missed()).isTrue();
    assertThat(breaker.takeTurn()).isFalse();
  }

  @Test
  void oneAnswerBeginsTheCountAnew() {
    miss(MOST - 1);
    breaker.answered();
    assertThat(breaker.missed()).isFalse();
    assertThat(breaker.admits()).isTrue();
  }

  @Test
  void admitsOneNowAndThenAndMoreSeldomEachTime() {
    miss(MOST);
    assertThat(secondsUntilATry()).isEqualTo(10);
    breaker.missed();
    assertThat(secondsUntilATry()).isEqualTo(10);
    breaker.missed();
    assertThat(secondsUntilATry()).isEqualTo(20);
    for (int i = 0; i < 10; i++) {
      breaker.missed();
      assertThat(secondsUntilATry()).isBetween(40L, 120L);
    }
  }

  @Test
  void toAskIsNotToTry() {
    miss(MOST);
    now = now.plusSeconds(10);
    assertThat(breaker.admits()).isTrue();
    assertThat(breaker.admits()).isTrue();
    assertThat(breaker.takeTurn()).isTrue();
    assertThat(breaker.takeTurn()).isFalse();
    assertThat(breaker.admits()).isFalse();
  }

  @Test
  void oneAnswerClosesIt() {
    miss(MOST + 3);
    breaker.answered();
    assertThat(breaker.takeTurn()).isTrue();
    assertThat(breaker.takeTurn()).isTrue();
  }
}
