package org.aliasrelay.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts that run, closed in the reverse of the order in which they were started. */
final class Running implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Running.class);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private boolean closed;

  /** A stop that comes meanwhile waits for this part, so that none is left behind half-started. */
  synchronized <T extends AutoCloseable> T start(Supplier<T> part) {
    if (closed) {
      throw new StartException("stopped while starting");
    }
    T started = part.get();
    parts.push(started);
    return started;
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception failure) {
        // The next part must still be stopped, the database above all.
        LOG.warn(
            "{} did not stop cleanly: {}",
            part.getClass().getSimpleName(),
            failure.getClass().getName());
      }
    }
  }
}
