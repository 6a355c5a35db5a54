package org.aliasrelay.forward.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
  private static final long HEAP = 512L << 20;
  private static final long LARGE = 28L << 20;
  private static final long SMALL = 4_096;

  private final MemoryBudget budget = new MemoryBudget(HEAP, Duration.ZERO);

  @Test
  void largeMailTakesAtMostHalfOfTheHeap() throws Exception {
    assertThat(fill() * LARGE).isBetween(HEAP / 3, HEAP / 2);
  }

  @Test
  void smallMailFindsRoomWhileLargeMailWaits() throws Exception {
    fill();
    try (var room = budget.reserve(SMALL)) {
      assertThat(room).isNotNull();
    }
  }

  @Test
  void largeMailIsSentAwayRatherThanKeptWaiting() throws Exception {
    fill();
    assertThatThrownBy(() -> budget.reserve(LARGE)).isInstanceOf(NoRoomException.class);
  }

  @Test
  void onlyAFewLargeMailsWait() throws Exception {
    MemoryBudget patient = new MemoryBudget(HEAP, Duration.ofHours(1));
    fill(patient, 8);
    List<Thread> waiting = new ArrayList<>();
    for (int i = 0; i < MemoryBudget.MOST_WAITING; i++) {
      waiting.add(Thread.startVirtualThread(() -> reserveQuietly(patient)));
    }
    Awaitility.await().until(() -> waiting.stream().allMatch(MemoryBudgetTest::isBlocked));

    assertThatThrownBy(() -> patient.reserve(LARGE)).isInstanceOf(NoRoomException.class);

    waiting.forEach(Thread::interrupt);
  }

  @Test
  void roomThatIsGivenBackServesTheNext() throws Exception {
    MemoryBudget patient = new MemoryBudget(HEAP, Duration.ofHours(1));
    List<MemoryBudget.Room> rooms = fill(patient, 8);
    var next =
        CompletableFuture.supplyAsync(
            () -> reserveQuietly(patient), task -> Thread.ofVirtual().start(task));

    rooms.getFirst().close();

    assertThat(next.join()).isTrue();
  }

  /** Or one that needs much would never get it between many that need less. */
  @Test
  void nobodyOvertakesOneThatWaits() throws Exception {
    MemoryBudget patient = new MemoryBudget(HEAP, Duration.ofHours(1));
    List<MemoryBudget.Room> rooms = fill(patient, 8);
    Thread needsMuch = Thread.startVirtualThread(() -> reserveQuietly(patient, 5 * LARGE));
    Awaitility.await().until(() -> isBlocked(needsMuch));
    rooms.removeFirst().close();

    Thread comesLater = Thread.startVirtualThread(() -> reserveQuietly(patient, LARGE));

    Awaitility.await().until(() -> isBlocked(comesLater));
    rooms.forEach(MemoryBudget.Room::close);
    needsMuch.join();
    comesLater.join();
  }

  @Test
  void mailBeyondTheWholeShareIsLetInAlone() throws Exception {
    MemoryBudget tiny = new MemoryBudget(16L << 20, Duration.ZERO);
    try (var alone = tiny.reserve(LARGE)) {
      assertThat(alone).isNotNull();
      assertThatThrownBy(() -> tiny.reserve(LARGE)).isInstanceOf(NoRoomException.class);
    }
    tiny.reserve(LARGE).close();
  }

  @Test
  void roomGrowsAtOnceOrNotAtAll() throws Exception {
    try (var one = budget.reserve(LARGE);
        var other = budget.reserve(LARGE)) {
      one.grow(5 * LARGE);
      assertThatThrownBy(() -> other.grow(5 * LARGE))
          .isInstanceOfSatisfying(
              NoRoomException.class, e -> assertThat(e.needed()).isEqualTo(5 * LARGE));
    }
    try (var again = budget.reserve(LARGE)) {
      again.grow(7 * LARGE);
    }
  }

  private int fill() throws InterruptedException {
    int count = 0;
    try {
      while (true) {
        var _ = budget.reserve(LARGE);
        count++;
      }
    } catch (NoRoomException e) {
      return count;
    }
  }

  private static List<MemoryBudget.Room> fill(MemoryBudget budget, int count) throws Exception {
    List<MemoryBudget.Room> rooms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rooms.add(budget.reserve(LARGE));
    }
    return rooms;
  }

  private static boolean reserveQuietly(MemoryBudget budget) {
    return reserveQuietly(budget, LARGE);
  }

  private static boolean reserveQuietly(MemoryBudget budget, long size) {
    try (var room = budget.reserve(size)) {
      return room != null;
    } catch (NoRoomException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean isBlocked(Thread thread) {
    return thread.getState() == Thread.State.TIMED_WAITING;
  }
}
