package org.aliasrelay.e2e.faults;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One mail, and one fault that meets it. */
final class Trial {
  private static final Duration OFTEN = Duration.ofMillis(200);

  /** What a process that wakes still wants to do, it does at once. */
  private static final Duration AWAKE = Duration.ofSeconds(2);

  private static final int MOST_TRIES = 4;

  private final Stage stage;
  private final Subject subject;

  Trial(Stage stage, Subject subject) {
    this.stage = stage;
    this.subject = subject;
  }

  /** Again if it did not strike: what is gathered falls into other calls now and then. */
  Result run(Failpoint point, Action action) {
    Result result = once(point, action);
    for (int tries = 1; tries < MOST_TRIES && result.missed(); tries++) {
      result = once(point, action);
    }
    return result;
  }

  private Result once(Failpoint point, Action action) {
    Errand errand = point.pass().prepare(stage);
    stage.forgetSends();
    int dead = stage.dead();
    Totals before = stage.totals();
    subject.fuse().reset();
    CompletableFuture<Void> struck = subject.fuse().arm(point, action, subject.blow(action));
    errand.begin();
    Awaitility.await("the fault, or the end of the mail")
        .atMost(Stage.PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(OFTEN)
        .until(() -> struck.isDone() || stage.isOver());
    boolean reached = struck.isDone();
    boolean ended = reached ? recover(action) : stage.awaitEnd();
    subject.fuse().reset();
    Errand.Findings findings =
        errand.findings().and(stage.totals().oddity(before, point.pass().events()));
    var result =
        new Result(point, action, reached, ended, stage.sends(), findings, stage.dead() - dead);
    System.out.print(result);
    if (reached && action != Action.PAUSE) {
      // A process that has just started is not yet what it was: caches, connections.
      stage.pass(point.pass());
    }
    return result;
  }

  /** The same, with a guard taken out. */
  Result runWithout(Guard guard, Failpoint point, Action action) {
    subject.restart(guard::takenOutOf);
    stage.pass(point.pass());
    try {
      return run(point, action);
    } finally {
      subject.restart(UnaryOperator.identity());
    }
  }

  private boolean recover(Action action) {
    return switch (action) {
      case KILL -> {
        subject.restart();
        yield stage.awaitEnd();
      }
      case OUTAGE -> {
        awaitLeases();
        subject.restart();
        yield stage.awaitEnd();
      }
      case PAUSE -> {
        subject.spare().goOn();
        pause();
        subject.goOn();
        boolean ended = stage.awaitEnd(AWAKE);
        subject.spare().stop();
        yield ended;
      }
    };
  }

  private static void awaitLeases() {
    long over = System.nanoTime() + Stage.LONGEST_LEASE.toNanos();
    Awaitility.await()
        .atMost(Stage.PATIENCE)
        .pollInterval(OFTEN)
        .until(() -> System.nanoTime() > over);
  }

  /**
   * Until the second instance has ended what the first had begun, and so has outlasted its claims;
   * and where there was nothing to outlast, for longer than a message stays hidden.
   */
  private void pause() {
    long over = System.nanoTime() + Stage.HIDDEN.toNanos();
    try {
      Awaitility.await()
          .atMost(subject.answersOthers() ? Stage.HIDDEN : Stage.LONGEST_LEASE.multipliedBy(2))
          .pollDelay(Duration.ZERO)
          .pollInterval(OFTEN)
          .until(() -> System.nanoTime() > over && stage.isOver());
    } catch (ConditionTimeoutException e) {
      // It waits for an answer that only the stopped process can give.
    }
  }
}
