package org.aliasrelay.e2e.faults;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One mail, and one fault that meets it. */
final class Trial {
  private static final Duration OFTEN = Duration.ofMillis(50);

  /** How much longer than a lease a second instance may need. */
  private static final Duration MORE = Duration.ofSeconds(10);

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
        .atMost(Duration.ofMinutes(1))
        .pollDelay(Duration.ZERO)
        .pollInterval(OFTEN)
        .until(() -> struck.isDone() || stage.isOver(mail));
    boolean reached = struck.isDone();
    boolean ended = reached ? recover(mail, action) : stage.awaitEnd(mail);
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
    if (reached && action == Action.KILL) {
      // A process that has just started is not yet what it was: caches, connections.
      stage.pass();
    }
    return result;
  }

  private boolean recover(Stage.Mail mail, Action action) {
    return switch (action) {
      case KILL -> {
        subject.restart();
        yield stage.awaitEnd(mail);
      }
      case PAUSE -> {
        subject.spare().goOn();
        pause(mail);
        subject.goOn();
        boolean ended = stage.awaitEnd(mail, AWAKE);
        subject.spare().stop();
        yield ended;
      }
    };
  }

  /** For longer than any lease; and until the second instance is done, where it can be. */
  private void pause(Stage.Mail mail) {
    long leaseEnds = System.nanoTime() + subject.lease().toNanos();
    try {
      Awaitility.await()
          .atMost(subject.lease().plus(MORE))
          .pollDelay(Duration.ZERO)
          .pollInterval(OFTEN)
          .until(() -> System.nanoTime() > leaseEnds && stage.isOver(mail));
    } catch (ConditionTimeoutException e) {
      // It waits for an answer that only the stopped process can give.
    }
  }
}
