package org.aliasrelay.forward.deliver;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/**
 * How many bytes of mail may be in memory at once. A mail takes several times its size while it is
 * encoded for SES; without a bound, a handful of large ones would end the process.
 */
@Singleton
public class MemoryBudget {
  /** Message, Base64 of it, and the SDK's copies on the way. */
  private static final int TIMES_ITS_SIZE = 6;

  private static final int UNIT = 64 * 1024;

  /** The rest of the heap is for everything else. */
  private static final double SHARE_OF_HEAP = 0.6;

  private final int units;
  private final Semaphore free;

  @Inject
  MemoryBudget() {
    this((long) (Runtime.getRuntime().maxMemory() * SHARE_OF_HEAP));
  }

  MemoryBudget(long bytes) {
    this.units = (int) Math.max(1, bytes / UNIT);
    this.free = new Semaphore(units, true);
  }

  /** Waits until there is room for a mail of that size; one too large for all is let in alone. */
  public Reservation reserve(long size) throws InterruptedException {
    int needed = Math.clamp(size * TIMES_ITS_SIZE / UNIT, 1, units);
    free.acquire(needed);
    return () -> free.release(needed);
  }

  /** Room that was set aside. */
  @FunctionalInterface
  public interface Reservation extends AutoCloseable {
    @Override
    void close();
  }
}
