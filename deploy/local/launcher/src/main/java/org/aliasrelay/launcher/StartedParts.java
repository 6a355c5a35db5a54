package org.aliasrelay.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.aliasrelay.launcher.process.Child;
import org.aliasrelay.launcher.process.Stopper;

/**
 * The parts that this run has started and must stop again if it fails or is interrupted. Once they
 * are handed over, they outlive it.
 */
final class StartedParts {
  private final Stopper stopper;
  private final List<Child> mine = new ArrayList<>();

  StartedParts(Stopper stopper) {
    this.stopper = stopper;
  }

  synchronized Child add(Child child) {
    mine.add(child);
    return child;
  }

  synchronized boolean contains(Child child) {
    return mine.contains(child);
  }

  synchronized boolean isEmpty() {
    return mine.isEmpty();
  }

  synchronized void handOver() {
    mine.clear();
  }

  synchronized void stop() throws IOException, InterruptedException {
    stopper.stop(List.copyOf(mine));
    mine.clear();
  }
}
