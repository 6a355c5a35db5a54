package org.aliasrelay.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.aliasrelay.e2e.wire.Operation;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A fault at every step loses nothing and does nothing twice. All of it is run by {@code
 * -Dfaults=all}, or with the name of a service or a pass; without, a sample is: docs/FAULTS.md.
 */
class FaultsIT {
  private static final Selection WANTED = Selection.of(System.getProperty("faults", ""));
  private static final String FORWARDER = Selection.FORWARDER;
  private static final String SEND = "SES SendEmail";
  private static final int AT_LEAST = 30;

  private static Stage stage;
  private static Points points;

  @BeforeAll
  static void open() throws Exception {
    assumeThat(Launch.canBeRead()).as("/proc tells how a process was started").isTrue();
    stage = Stage.open();
    points = new Points(stage);
  }

  @AfterAll
  static void close() {
    if (stage != null) {
      stage.close();
    }
  }

  static List<Selection.Course> courses() {
    return WANTED.courses();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("courses")
  void faultNeitherLosesNorRepeats(Selection.Course course) throws Exception {
    Subject subject = stage.subject(course.service());
    List<Failpoint> all = points.of(subject, course.pass());
    if (all.isEmpty()) {
      System.out.printf("%s: skipped, for the service has no part in it%n", course);
    }
    assumeThat(all).as(course.toString()).isNotEmpty();
    var trial = new Trial(stage, subject);
    List<Result> results = new ArrayList<>();
    System.out.print(Result.heading());
    for (Failpoint point : all) {
      results.add(trial.run(point, Action.KILL));
      results.add(trial.run(point, Action.PAUSE));
    }
    System.out.printf(
        "%s: %d failpoints, %d trials, %d good, %d lost, %d twice, %d miscounted%n",
        course,
        all.size(),
        results.size(),
        results.stream().filter(Result::good).count(),
        results.stream().filter(Result::lost).count(),
        results.stream().filter(Result::repeated).count(),
        results.stream().filter(Result::miscounted).count());
    assertThat(results).allMatch(Result::good, "good");
    if (course.service().equals(FORWARDER)) {
      assertThat(all).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    }
  }

  /** Where SES may have a mail that the ledger does not know to be sent. */
  @Test
  void sendWindowNeitherLosesNorRepeats() throws Exception {
    assumeThat(WANTED.isEmpty()).as("the sample").isTrue();
    Subject subject = stage.subject(FORWARDER);
    var answer = points.find(subject, Pass.FORWARD, SEND, Phase.ANSWER_LOST);
    var note =
        points.find(
            subject, Pass.FORWARD, "SQL UPDATE delivery SENT by key, fence, state", Phase.BEFORE);
    // It need not be found: an answer is sent once.
    var reply =
        new Failpoint(
            1, Pass.REPLY, FORWARDER, new Moment(Operation.named(SEND), 1), Phase.ANSWER_LOST);
    var trial = new Trial(stage, subject);
    System.out.print(Result.heading());

    assertThat(
            List.of(
                trial.run(answer, Action.KILL),
                trial.run(answer, Action.PAUSE),
                trial.run(note, Action.KILL),
                trial.run(note, Action.PAUSE),
                trial.run(reply, Action.KILL)))
        .allMatch(Result::good, "good");
  }

  /** Nobody listened when the event came, and when somebody does, it comes after the mail. */
  @Test
  void newProcessHearsTheEventBeforeItSendsAgain() throws Exception {
    assumeThat(WANTED.has(FORWARDER, Pass.FORWARD)).as("-Dfaults").isTrue();
    Subject subject = stage.subject(FORWARDER);
    Failpoint point = points.find(subject, Pass.FORWARD, SEND, Phase.ANSWER_LOST);
    subject.fuse().withhold("delivery-events");
    // Only when the new process has decided: to send again, or to put the mail back.
    var sentAgain = new Moment(Operation.named(SEND), 2);
    var putBack = new Moment(Operation.named("SQS SendMessage accepted-mail"), 1);
    CompletableFuture<Void> late =
        releaseAfter(
            subject,
            () -> subject.fuse().seen().stream().anyMatch(List.of(sentAgain, putBack)::contains));

    Result result = new Trial(stage, subject).run(point, Action.OUTAGE);
    late.join();

    assertThat(result).matches(Result::good, "good");
  }

  /** It lies in the queue for longer than the lease and the wait, and nobody can receive it. */
  @Test
  void eventThatCannotBeHeardForLongCostsNoCopy() throws Exception {
    assumeThat(WANTED.has(FORWARDER, Pass.FORWARD)).as("-Dfaults").isTrue();
    Subject subject = stage.subject(FORWARDER);
    Failpoint point = points.find(subject, Pass.FORWARD, SEND, Phase.ANSWER_LOST);
    subject.fuse().withhold("delivery-events");
    // Each time the wait has passed once more.
    var putBackAgain = new Moment(Operation.named("SQS SendMessage accepted-mail"), 3);
    CompletableFuture<Void> late =
        releaseAfter(subject, () -> subject.fuse().seen().contains(putBackAgain));

    Result result = new Trial(stage, subject).run(point, Action.KILL);
    late.join();

    assertThat(result).matches(Result::good, "good");
  }

  /** The event comes after all. */
  private static CompletableFuture<Void> releaseAfter(Subject subject, Callable<Boolean> enough) {
    Runnable release =
        () -> {
          try {
            Awaitility.await()
                .atMost(Stage.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(enough);
          } finally {
            subject.fuse().release();
          }
        };
    return CompletableFuture.runAsync(release, task -> Thread.ofVirtual().start(task));
  }

  @Test
  void harnessSeesTheSecondCopyWhenEvidenceIsIgnored() throws Exception {
    assumeThat(WANTED.isEmpty() || WANTED.has(FORWARDER, Pass.FORWARD)).as("-Dfaults").isTrue();
    Subject subject = stage.subject(FORWARDER);
    Failpoint point = points.find(subject, Pass.FORWARD, SEND, Phase.ANSWER_LOST);

    assertRepeatedWithout(Guard.EVIDENCE, subject, point, Action.KILL);
  }

  @Test
  void harnessSeesTheSecondCopyWhenTheFenceIsIgnored() throws Exception {
    assumeThat(WANTED.has(FORWARDER, Pass.FORWARD)).as("-Dfaults").isTrue();
    Subject subject = stage.subject(FORWARDER);
    Failpoint point = points.find(subject, Pass.FORWARD, "SQL INSERT delivery", Phase.AFTER);

    assertRepeatedWithout(Guard.FENCE, subject, point, Action.PAUSE);
  }

  @Test
  void harnessSeesTheSecondReplyWhenEvidenceIsIgnored() throws Exception {
    assumeThat(WANTED.has(FORWARDER, Pass.REPLY)).as("-Dfaults").isTrue();
    Subject subject = stage.subject(FORWARDER);
    Failpoint point = points.find(subject, Pass.REPLY, SEND, Phase.ANSWER_LOST);

    assertRepeatedWithout(Guard.EVIDENCE, subject, point, Action.KILL);
  }

  private static void assertRepeatedWithout(
      Guard guard, Subject subject, Failpoint point, Action action) throws Exception {
    assertThat(new Trial(stage, subject).runWithout(guard, point, action))
        .matches(Result::repeated, "red");
  }

  @Test
  void harnessSeesTheSecondBounceWhenTheMemoryIsIgnored() throws Exception {
    assumeThat(WANTED.has(Selection.ALIAS_API, Pass.BOUNCE)).as("-Dfaults").isTrue();
    Subject subject = stage.subject(Selection.ALIAS_API);
    List<Failpoint> told =
        points.of(subject, Pass.BOUNCE).stream()
            .filter(point -> point.moment().operation().name().startsWith("SQS DeleteMessage"))
            .filter(point -> point.phase() == Phase.BEFORE)
            .toList();
    var trial = new Trial(stage, subject);
    List<Result> results = new ArrayList<>();
    for (Failpoint point : told) {
      results.add(trial.runWithout(Guard.MEMORY, point, Action.KILL));
    }

    assertThat(results).anyMatch(Result::miscounted);
  }
}
