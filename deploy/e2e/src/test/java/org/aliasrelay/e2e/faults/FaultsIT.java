package org.aliasrelay.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.aliasrelay.e2e.wire.Operation;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A fault at every step loses no mail and sends none twice. The whole matrix takes half an hour and
 * is run by {@code -Dfaults=all}, or with the name of a service; without, a sample is:
 * docs/FAULTS.md.
 */
class FaultsIT {
  private static final String WANTED = System.getProperty("faults", "");
  private static final String FORWARDER = "forwarder";
  private static final int AT_LEAST = 30;

  private static Stage stage;

  /** Found once for each service; numbers go on from one to the next. */
  private static final Map<String, List<Failpoint>> FOUND = new HashMap<>();

  @BeforeAll
  static void open() throws Exception {
    assumeThat(Launch.canBeRead()).as("/proc tells how a process was started").isTrue();
    stage = Stage.open();
  }

  @AfterAll
  static void close() {
    if (stage != null) {
      stage.close();
    }
  }

  static Stream<String> services() {
    return switch (WANTED) {
      case "" -> Stream.of(FORWARDER);
      case "all" -> Stream.of(FORWARDER, "mail-ingest", "alias-api");
      default -> Stream.of(WANTED);
    };
  }

  @ParameterizedTest
  @MethodSource("services")
  void faultNeitherLosesNorRepeatsMail(String service) throws Exception {
    Subject subject = stage.subject(service);
    List<Failpoint> points = points(subject);
    var trial = new Trial(stage, subject);
    List<Result> results = new ArrayList<>();
    System.out.print(Result.heading());
    for (Failpoint point : WANTED.isEmpty() ? sendWindow(points) : points) {
      for (Action action : List.of(Action.KILL, Action.PAUSE)) {
        Result result = trial.run(point, action);
        System.out.print(result);
        results.add(result);
      }
    }
    System.out.printf(
        "%s: %d failpoints, %d trials, %d lost, %d sent twice%n",
        service,
        points.size(),
        results.size(),
        results.stream().filter(Result::lost).count(),
        results.stream().filter(Result::repeated).count());
    assertThat(results).isNotEmpty().allMatch(Result::good, "good");
    if (service.equals(FORWARDER)) {
      assertThat(points).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    }
  }

  /** Where SES may have a mail that the ledger does not know to be sent. */
  private static List<Failpoint> sendWindow(List<Failpoint> points) {
    return List.of(
        find(points, "SES SendEmail", Phase.ANSWER_LOST),
        find(points, "SQL UPDATE delivery SENT by key, fence, state", Phase.BEFORE));
  }

  private static Failpoint find(List<Failpoint> points, String operation, Phase phase) {
    return points.stream()
        .filter(point -> point.moment().operation().name().equals(operation))
        .filter(point -> point.phase() == phase)
        .findFirst()
        .orElseThrow();
  }

  /** Nobody listened when the event came, and when somebody does, it comes after the mail. */
  @Test
  void newProcessHearsTheEventBeforeItSendsAgain() throws Exception {
    assumeThat(WANTED).as("-Dfaults").isNotEmpty();
    Subject subject = stage.subject(FORWARDER);
    Failpoint point = point(subject, "SES SendEmail", Phase.ANSWER_LOST);
    subject.fuse().withhold("delivery-events");
    // Only when the new process has decided: to send again, or to put the mail back.
    var sentAgain = new Moment(Operation.named("SES SendEmail"), 2);
    var putBack = new Moment(Operation.named("SQS SendMessage accepted-mail"), 1);
    CompletableFuture<Void> late =
        releaseAfter(
            subject,
            () -> subject.fuse().seen().stream().anyMatch(List.of(sentAgain, putBack)::contains));

    Result result = new Trial(stage, subject).run(point, Action.OUTAGE);
    late.join();

    System.out.print(result);
    assertThat(result).matches(Result::good, "good");
  }

  @Test
  void lateEventCostsASecondCopyAtMost() throws Exception {
    assumeThat(WANTED).as("-Dfaults").isNotEmpty();
    Subject subject = stage.subject(FORWARDER);
    Failpoint point = point(subject, "SES SendEmail", Phase.ANSWER_LOST);
    subject.fuse().withhold("delivery-events");
    CompletableFuture<Void> late = releaseAfter(subject, () -> stage.sends() > 1);

    Result result = new Trial(stage, subject).run(point, Action.KILL);
    late.join();

    System.out.print(result);
    assertThat(result.lost()).isFalse();
    assertThat(result.sends()).isBetween(1, 2);
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

  /** The guard: a send of unknown end is not repeated when SES's event says that it took it. */
  @Test
  void harnessSeesTheSecondCopyWhenEvidenceIsIgnored() throws Exception {
    Subject subject = stage.subject(FORWARDER);
    Failpoint point = point(subject, "SES SendEmail", Phase.ANSWER_LOST);

    assertThat(withChange(subject, sql -> sql.replace("attempts > 0", "false"), point, Action.KILL))
        .matches(Result::repeated, "red");
  }

  /** The guard: whoever was overtaken while it stood still changes nothing in the ledger. */
  @Test
  void harnessSeesTheSecondCopyWhenTheFenceIsIgnored() throws Exception {
    assumeThat(WANTED).as("-Dfaults").isNotEmpty();
    Subject subject = stage.subject(FORWARDER);
    Failpoint point = point(subject, "S3 GET relay-mail", Phase.AFTER);

    assertThat(withChange(subject, FaultsIT::unfenced, point, Action.PAUSE))
        .matches(Result::repeated, "red");
  }

  /** Voids the fence, and the state that stands behind it, in the statement that begins a send. */
  private static String unfenced(String sql) {
    return sql.contains("attempts = attempts + 1")
        ? sql.replaceFirst("and (fence = \\S+)[\\s\\S]*", "and ($1 or true)")
        : sql;
  }

  private static Result withChange(
      Subject subject, UnaryOperator<String> change, Failpoint point, Action action) {
    subject.restart(change);
    stage.pass();
    try {
      Result result = new Trial(stage, subject).run(point, action);
      System.out.print(result);
      return result;
    } finally {
      subject.restart(UnaryOperator.identity());
    }
  }

  private static Failpoint point(Subject subject, String operation, Phase phase) {
    return find(points(subject), operation, phase);
  }

  private static List<Failpoint> points(Subject subject) {
    return FOUND.computeIfAbsent(
        subject.service(),
        service -> Points.of(stage, subject, 1 + FOUND.values().stream().mapToInt(List::size).sum()));
  }
}
