package org.aliasrelay.forward.deliver;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * How many bytes of mail may be in memory at once; without a bound, a handful of large ones would
 * end the process. Small mail has a share of its own, so that it flows while large mail waits, and
 * only a few of the large wait here: the rest give their place to others and come back later.
 *
 * <p>A mail is in memory once: it is read into the message that is sent, and that is encoded while
 * it is sent. Measured with 28 MiB: 1.0 times its size. Only what must be changed inside takes
 * more, and asks for it with {@link Room#grow}.
 */
@Singleton
public class MemoryBudget {
  /** Nearly all mail is smaller. */
  static final long SMALL = 1 << 20;

  /** Together less than what the collector has for long-lived objects in the default layout. */
  private static final double SHARE_OF_LARGE = 0.45;

  private static final double SHARE_OF_SMALL = 0.10;

  /** The header, the answers of S3 and SES, buffers. */
  private static final int BESIDE_THE_MAIL = 64 * 1024;

  private static final int UNIT = 64 * 1024;

  /** They hold a worker and a connection to S3 each, so they are few and do not wait long. */
  static final int MOST_WAITING = 8;

  private final Lane small;
  private final Lane large;
  private final Semaphore waiting = new Semaphore(MOST_WAITING);
  private final Duration patience;

  @Inject
  MemoryBudget() {
    this(Runtime.getRuntime().maxMemory());
  }

  MemoryBudget(long heap) {
    this(heap, Duration.ofSeconds(2));
  }

  MemoryBudget(long heap, Duration patience) {
    this.small = new Lane((long) (heap * SHARE_OF_SMALL));
    this.large = new Lane((long) (heap * SHARE_OF_LARGE));
    this.patience = patience;
  }

  /**
   * Room for a mail of that size. A small one waits until there is some; a large one waits a moment
   * at most. One that is too large for the whole share is let in alone.
   *
   * @throws NoRoomException if a large one should come back later
   */
  public Room reserve(long size) throws NoRoomException, InterruptedException {
    Lane lane = size < SMALL ? small : large;
    int units = lane.units(size + BESIDE_THE_MAIL);
    if (lane == small) {
      small.free.acquire(units);
    } else if (!large.takeInTurn(units) && !awaitLarge(units)) {
      throw new NoRoomException(size);
    }
    return new Room(lane, units);
  }

  /** When to try again; not the same for all, or they would meet again. */
  Duration comeBackAfter() {
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(2_000, 8_000));
  }

  private boolean awaitLarge(int units) throws InterruptedException {
    if (!waiting.tryAcquire()) {
      return false;
    }
    try {
      return large.free.tryAcquire(units, patience.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      waiting.release();
    }
  }

  private static final class Lane {
    private final int all;
    private final Semaphore free;

    Lane(long bytes) {
      this.all = (int) Math.max(1, bytes / UNIT);
      this.free = new Semaphore(all, true);
    }

    /** Past those that wait. */
    boolean takeNow(int units) {
      return free.tryAcquire(units);
    }

    /** At once as well, but not past those that wait, or one that needs much would wait forever. */
    boolean takeInTurn(int units) throws InterruptedException {
      return free.tryAcquire(units, 0, TimeUnit.SECONDS);
    }

    int units(long bytes) {
      return Math.clamp((bytes + UNIT - 1) / UNIT, 1, all);
    }
  }

  /** Room that was set aside. For one thread. */
  public static final class Room implements AutoCloseable {
    private final Lane lane;
    private int units;

    private Room(Lane lane, int units) {
      this.lane = lane;
      this.units = units;
    }

    /**
     * Makes it room for so many bytes in all, at once or not at all: whoever holds some must not
     * wait for others who do the same.
     */
    void grow(long bytes) throws NoRoomException {
      int more = lane.units(bytes) - units;
      if (more > 0) {
        if (!lane.takeNow(more)) {
          throw new NoRoomException(bytes);
        }
        units += more;
      }
    }

    @Override
    public void close() {
      lane.free.release(units);
      units = 0;
    }
  }
}
