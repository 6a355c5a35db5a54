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

  private final Stage stage;
  private final Subject subject;

  Trial(Stage stage, Subject subject) {
    this.stage = stage;
    this.subject = subject;
  }

  Result run(Failpoint point, Action action) {
    stage.forgetSends();
    Stage.Mail mail = stage.mail();
    int dead = stage.dead();
    subject.fuse().reset();
    CompletableFuture<Void> struck = subject.fuse().arm(point, action, subject.blow(action));
    stage.send(mail);
    Awaitility.await("the fault, or the end of the mail")
        .atMost(Stage.PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(OFTEN)
        .until(() -> struck.isDone() || stage.isOver());
    boolean reached = struck.isDone();
    boolean ended = reached ? recover(action) : stage.awaitEnd();
    subject.fuse().reset();
    int counted = stage.counted(mail);
    var result =
        new Result(
            point,
            action,
            reached,
            ended,
            stage.sends(),
            stage.copies(mail),
            counted,
            stage.dead() - dead);
    System.out.print(result);
    if (reached && action != Action.PAUSE) {
      // A process that has just started is not yet what it was: caches, connections.
      stage.pass();
    }
    return result;
  }

  /** The same, with a guard taken out. */
  Result runWithout(Guard guard, Failpoint point, Action action) {
    subject.restart(guard::takenOutOf);
    stage.pass();
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
