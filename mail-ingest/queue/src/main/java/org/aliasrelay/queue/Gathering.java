package org.aliasrelay.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Does together what is asked for one by one. An item goes at once if the last call began a pause
 * ago; what comes before that waits, and goes together, and a full batch waits for nothing. Without
 * a pause, what comes during a call waits for its end. So a busy service makes a tenth of the
 * calls, and a quiet one never waits.
 *
 * @param <T> what is asked for
 * @param <A> what becomes of it
 */
public final class Gathering<T, A> {
  /** So many at a time, so that one that hangs holds up few. */
  private static final int MOST_CALLS = 8;

  private final int most;
  private final long pauseNanos;
  private final Function<List<T>, CompletionStage<List<A>>> call;
  private final LongSupplier nanoClock;
  private final BiConsumer<Long, Runnable> timer;

  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Item<T, A>> waiting = new ArrayDeque<>();
  private int calls;
  private boolean wakes;
  private long lastCall;

  private record Item<T, A>(T value, CompletableFuture<A> answer) {}

  /**
   * Gathers.
   *
   * @param most in one call
   * @param pause from the begin of one call to the next that is not full; none for no pause
   * @param call must not block; answers for each item, in their order. If it fails, so does what
   *     was asked for by each
   */
  public Gathering(int most, Duration pause, Function<List<T>, CompletionStage<List<A>>> call) {
    this(
        most,
        pause,
        call,
        System::nanoTime,
        (nanos, task) ->
            CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(task));
  }

  Gathering(
      int most,
      Duration pause,
      Function<List<T>, CompletionStage<List<A>>> call,
      LongSupplier nanoClock,
      BiConsumer<Long, Runnable> timer) {
    this.most = most;
    this.pauseNanos = pause.toNanos();
    this.call = call;
    this.nanoClock = nanoClock;
    this.timer = timer;
    this.lastCall = nanoClock.getAsLong() - pauseNanos;
  }

  /**
   * Gathers for a call that blocks: each gets a virtual thread.
   *
   * @param most in one call
   * @param pause from the begin of one call to the next that is not full; none for no pause
   * @param call answers for each item, in their order. If it throws, so does the answer to each
   */
  public static <T, A> Gathering<T, A> blocking(
      int most, Duration pause, Function<List<T>, List<A>> call) {
    return new Gathering<>(
        most,
        pause,
        batch ->
            CompletableFuture.supplyAsync(() -> call.apply(batch), Thread::startVirtualThread));
  }

  /** For each item what becomes of it, once that is known. */
  public List<CompletableFuture<A>> add(List<T> values) {
    List<Item<T, A>> items =
        values.stream().map(value -> new Item<T, A>(value, new CompletableFuture<>())).toList();
    lock.lock();
    try {
      waiting.addAll(items);
    } finally {
      lock.unlock();
    }
    callWhatIsDue();
    return items.stream().map(Item::answer).toList();
  }

  /** The same for one. */
  public CompletableFuture<A> add(T value) {
    return add(List.of(value)).getFirst();
  }

  private void callWhatIsDue() {
    for (List<Item<T, A>> batch = takeDue(); !batch.isEmpty(); batch = takeDue()) {
      call(batch);
    }
  }

  private List<Item<T, A>> takeDue() {
    lock.lock();
    try {
      if (!isDue()) {
        return List.of();
      }
      List<Item<T, A>> batch = new ArrayList<>(most);
      while (batch.size() < most && !waiting.isEmpty()) {
        batch.add(waiting.removeFirst());
      }
      calls++;
      lastCall = nanoClock.getAsLong();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private boolean isDue() {
    if (waiting.size() >= most) {
      return calls < MOST_CALLS;
    }
    if (waiting.isEmpty() || calls == MOST_CALLS) {
      return false;
    }
    if (pauseNanos == 0) {
      return calls == 0;
    }
    long left = lastCall + pauseNanos - nanoClock.getAsLong();
    if (left > 0 && !wakes) {
      wakes = true;
      timer.accept(left, this::wake);
    }
    return left <= 0;
  }

  private void wake() {
    lock.lock();
    try {
      wakes = false;
    } finally {
      lock.unlock();
    }
    callWhatIsDue();
  }

  private void call(List<Item<T, A>> batch) {
    CompletionStage<List<A>> answers;
    try {
      answers = call.apply(batch.stream().map(Item::value).toList());
    } catch (RuntimeException e) {
      answers = CompletableFuture.failedFuture(e);
    }
    var _ =
        answers.whenComplete(
            (all, failure) -> {
              ended();
              callWhatIsDue();
              answer(batch, all, failure);
            });
  }

  private void ended() {
    lock.lock();
    try {
      calls--;
    } finally {
      lock.unlock();
    }
  }

  private static <T, A> void answer(
      List<Item<T, A>> batch, @Nullable List<A> answers, @Nullable Throwable failure) {
    for (int i = 0; i < batch.size(); i++) {
      CompletableFuture<A> answer = batch.get(i).answer();
      if (answers == null) {
        answer.completeExceptionally(
            failure == null ? new IllegalStateException("no answer") : failure);
      } else {
        answer.complete(answers.get(i));
      }
    }
  }
}
