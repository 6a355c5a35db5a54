package org.aliasrelay.bench.stack;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for work that must not fail. */
final class Futures {
  private Futures() {}

  static void await(Future<?> work) throws InterruptedException {
    try {
      work.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
