package org.aliasrelay.alias.testing;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same, by several at the same time. */
public final class AtOnce {
  private AtOnce() {}

  /** What each of them got. */
  public static <T> List<T> call(int count, Callable<T> task) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(Collections.nCopies(count, task)).stream()
          .map(Future::resultNow)
          .toList();
    }
  }
}
