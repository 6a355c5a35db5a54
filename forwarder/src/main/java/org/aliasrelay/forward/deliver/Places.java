package org.aliasrelay.forward.deliver;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** So many are worked on at once, in the order in which they came. */
public final class Places {
  private final Semaphore free;
  private volatile boolean closed;

  /**
   * @param atOnce at least 1
   */
  public Places(int atOnce) {
    if (atOnce < 1) {
      throw new IllegalArgumentException("nothing could be worked on");
    }
    this.free = new Semaphore(atOnce, true);
  }

  /** Waits for one; there is none any more once they are closed. */
  public Optional<Place> take() throws InterruptedException {
    free.acquire();
    if (closed) {
      free.release();
      return Optional.empty();
    }
    AtomicBoolean left = new AtomicBoolean();
    return Optional.of(
        () -> {
          if (!left.getAndSet(true)) {
            free.release();
          }
        });
  }

  /** Whoever waits gets nothing more. */
  public void close() {
    closed = true;
  }
}
