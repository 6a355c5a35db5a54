package org.aliasrelay.forward.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** By a clock that stands still unless it is moved. */
class PaceTest {
  private static final int MOST_IN_A_LANE = 8;

  private final AtomicLong now = new AtomicLong();
  private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void stop() {
    others.shutdownNow();
  }

  private record FixedRate(double perSecond, double perDay) implements Rate {}

  private Pace pace(double perSecond, double perDay) {
    return new Pace(new FixedRate(perSecond, perDay), 0.25, now::get);
  }

  @Test
  void nextOneWaitsUntilItIsDue() throws Exception {
    Pace pace = pace(20, Double.POSITIVE_INFINITY);
    assertThat(pace.await("a")).isEqualTo(new Pace.Turn.Now());
    Future<Pace.Turn> next = others.submit(() -> pace.await("b"));

    await().during(Duration.ofMillis(300)).until(() -> !next.isDone());
    now.addAndGet(TimeUnit.MILLISECONDS.toNanos(50));
    assertThat(next.get(10, TimeUnit.SECONDS)).isEqualTo(new Pace.Turn.Now());
  }

  @Test
  void laneThatHasManyWaitingSendsTheNextAway() throws Exception {
    Pace pace = pace(0.01, Double.POSITIVE_INFINITY);
    assertThat(pace.await("flooded")).isEqualTo(new Pace.Turn.Now());
    List<Future<Pace.Turn>> asked = new ArrayList<>();
    for (int i = 0; i < MOST_IN_A_LANE + 1; i++) {
      asked.add(others.submit(() -> pace.await("flooded")));
    }

    // The others have ten seconds.
    await().until(() -> asked.stream().anyMatch(Future::isDone));
    assertThat(asked.stream().filter(Future::isDone).map(Future::resultNow))
        .containsExactly(new Pace.Turn.Later(Duration.ofSeconds(10)));
  }

  @Test
  void laneThatHadItsShareOfTheDayComesBackLater() throws Exception {
    Pace pace = pace(1_000, 80);
    for (int i = 0; i < 20; i++) {
      assertThat(turn(pace, "flooded")).isEqualTo(new Pace.Turn.Now());
    }
    assertThat(turn(pace, "flooded")).isEqualTo(new Pace.Turn.Later(Duration.ofMinutes(30)));
    assertThat(turn(pace, "other")).isEqualTo(new Pace.Turn.Now());
  }

  @Test
  void whatWasNotSentTakesNothingOfTheDay() throws Exception {
    Pace pace = pace(1_000, 80);
    for (int i = 0; i < 100; i++) {
      assertThat(turn(pace, "waiting")).isEqualTo(new Pace.Turn.Now());
      pace.giveBack("waiting");
    }
  }

  private Pace.Turn turn(Pace pace, String lane) throws InterruptedException {
    now.addAndGet(TimeUnit.SECONDS.toNanos(1));
    return pace.await(lane);
  }
}
