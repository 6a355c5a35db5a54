package org.aliasrelay.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheringTest {
  private static final long PAUSE = Duration.ofMillis(250).toNanos();

  private final List<List<Integer>> calls = new ArrayList<>();
  private final List<CompletableFuture<List<String>>> ends = new ArrayList<>();
  private final List<Runnable> timers = new ArrayList<>();
  private final List<Long> delays = new ArrayList<>();
  private long now = 1_000;

  private final Gathering<Integer, String> gathering =
      new Gathering<>(
          10,
          Duration.ofNanos(PAUSE),
          this::call,
          () -> now,
          (nanos, task) -> {
            delays.add(nanos);
            timers.add(task);
          });

  private CompletionStage<List<String>> call(List<Integer> batch) {
    calls.add(batch);
    ends.add(new CompletableFuture<>());
    return ends.getLast();
  }

  private void add(int item) {
    var _ = gathering.add(item);
  }

  private void end(int call) {
    ends.get(call).complete(calls.get(call).stream().map(i -> "done " + i).toList());
  }

  @Test
  void theFirstGoesAtOnce() {
    add(1);
    assertThat(calls).containsExactly(List.of(1));
  }

  @Test
  void whatComesWithinThePauseGoesTogetherAtItsEnd() {
    add(1);
    end(0);
    now += PAUSE / 5;
    add(2);
    add(3);
    assertThat(calls).hasSize(1);
    assertThat(delays).containsExactly(PAUSE - PAUSE / 5);

    now += PAUSE;
    timers.getFirst().run();
    assertThat(calls).containsExactly(List.of(1), List.of(2, 3));
  }

  @Test
  void nobodyWaitsAfterAPauseInWhichNothingCame() {
    add(1);
    end(0);
    now += PAUSE;
    add(2);
    assertThat(calls).containsExactly(List.of(1), List.of(2));
    assertThat(timers).isEmpty();
  }

  @Test
  void aFullBatchWaitsForNothing() {
    add(0);
    gathering.add(IntStream.rangeClosed(1, 10).boxed().toList());
    assertThat(calls).hasSize(2);
  }

  @Test
  void aCallThatHangsHoldsUpNobodyForLongerThanThePause() {
    add(1);
    now += PAUSE / 2;
    add(2);
    assertThat(calls).hasSize(1);

    now += PAUSE / 2;
    timers.getFirst().run();
    assertThat(calls).containsExactly(List.of(1), List.of(2));
  }

  @Test
  void withoutAPauseWhatComesDuringACallWaitsForItsEnd() {
    var unpaused =
        new Gathering<Integer, String>(
            10, Duration.ZERO, this::call, () -> now, (nanos, task) -> timers.add(task));
    var _ = unpaused.add(List.of(1));
    var _ = unpaused.add(List.of(2));
    var _ = unpaused.add(List.of(3));
    assertThat(calls).hasSize(1);
    end(0);
    assertThat(calls).containsExactly(List.of(1), List.of(2, 3));
    assertThat(timers).isEmpty();
  }

  @Test
  void neverMoreThanEightCallsAtOnce() {
    gathering.add(IntStream.range(0, 95).boxed().toList());
    assertThat(calls).hasSize(8);
    end(0);
    assertThat(calls).hasSize(9);
  }

  @Test
  void eachLearnsWhatBecameOfIt() {
    var answers = gathering.add(List.of(7, 8));
    assertThat(answers).noneMatch(CompletableFuture::isDone);
    end(0);
    assertThat(answers).extracting(CompletableFuture::join).containsExactly("done 7", "done 8");
  }

  @Test
  void aFailureIsToldToAllAndTheNextGoOn() {
    CompletableFuture<String> failed = gathering.add(1);
    CompletableFuture<String> next = gathering.add(2);
    now += PAUSE;
    ends.getFirst().completeExceptionally(new IllegalStateException("away"));
    assertThatThrownBy(failed::join).isInstanceOf(CompletionException.class);
    end(1);
    assertThat(next.join()).isEqualTo("done 2");
  }
}
