package org.aliasrelay.e2e.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.aliasrelay.e2e.wire.Operation;
import org.aliasrelay.e2e.wire.Tap;
import org.jspecify.annotations.Nullable;

/** Counts what passes the wires of one service, and strikes once where it is told to. */
final class Fuse implements Tap {
  private final Map<Operation, Integer> counts = new HashMap<>();
  private final List<Moment> seen = new ArrayList<>();
  private final Set<String> withheld = new HashSet<>();
  private @Nullable Charge charge;
  private boolean severed;

  /**
   * What is to happen, and where.
   *
   * @param blow hits the service
   * @param struck is completed when it has
   */
  private record Charge(
      Moment moment, Phase phase, Action action, Runnable blow, CompletableFuture<Void> struck) {
    boolean goesOffAt(Moment moment, Phase phase) {
      return this.moment.equals(moment) && this.phase == phase;
    }
  }

  /** Counts from the beginning; nothing is to happen. */
  synchronized void reset() {
    counts.clear();
    seen.clear();
    charge = null;
  }

  /** What has passed since, in order. */
  synchronized List<Moment> seen() {
    return List.copyOf(seen);
  }

  /** Strikes there, once; what is returned completes when it has. */
  synchronized CompletableFuture<Void> arm(Failpoint point, Action action, Runnable blow) {
    var struck = new CompletableFuture<Void>();
    charge = new Charge(point.moment(), point.phase(), action, blow, struck);
    return struck;
  }

  /** A killed process has come back: its wires carry again. */
  synchronized void mend() {
    severed = false;
  }

  /** Whoever asks for something with that at the end of its name waits. */
  synchronized void withhold(String name) {
    withheld.add(name);
  }

  /** Everything passes again. */
  synchronized void release() {
    withheld.clear();
    notifyAll();
  }

  @Override
  public synchronized boolean isOpen(Operation operation) {
    boolean held = false;
    try {
      while (!severed && withheld.stream().anyMatch(operation.name()::endsWith)) {
        held = true;
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !severed && !held;
  }

  @Override
  public synchronized Exchange begin(Operation operation) {
    var moment = new Moment(operation, counts.merge(operation, 1, Integer::sum));
    seen.add(moment);
    return new Passage(moment);
  }

  /** The charge, if this is its place; it is gone then. */
  private synchronized @Nullable Charge take(Moment moment, Phase phase) {
    Charge found = charge;
    if (found == null || !found.goesOffAt(moment, phase)) {
      return null;
    }
    charge = null;
    notifyAll();
    severed = found.action() != Action.PAUSE;
    return found;
  }

  private synchronized boolean isSevered() {
    return severed;
  }

  private final class Passage implements Exchange {
    private final Moment moment;
    private @Nullable Charge pending;

    Passage(Moment moment) {
      this.moment = moment;
    }

    @Override
    public boolean mayPass() {
      return !strikes(Phase.BEFORE) && !isSevered();
    }

    @Override
    public boolean mayAnswer() {
      if (strikes(Phase.ANSWER_LOST)) {
        return false;
      }
      Charge found = take(moment, Phase.AFTER);
      if (found == null) {
        return !isSevered();
      }
      switch (found.action()) {
        // Stopped first, so that it finds the answer when it wakes, and not a moment earlier.
        case PAUSE -> go(found);
        // Told first. Its wires are cut, so that it comes no further than this.
        case KILL, OUTAGE -> pending = found;
      }
      return true;
    }

    @Override
    public void answered() {
      Charge found = pending;
      if (found != null) {
        go(found);
      }
    }

    private boolean strikes(Phase phase) {
      Charge found = take(moment, phase);
      if (found != null) {
        go(found);
      }
      return found != null;
    }

    private static void go(Charge charge) {
      charge.blow().run();
      charge.struck().complete(null);
    }
  }
}
