package org.aliasrelay.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
  private static int numbered;

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
    List<Failpoint> points = Points.of(stage, subject, numbered + 1);
    numbered += points.size();
    var trial = new Trial(stage, subject);
    List<Result> results = new ArrayList<>();
    System.out.print(Result.heading());
    for (Failpoint point : WANTED.isEmpty() ? sendWindow(points) : points) {
      for (Action action : Action.values()) {
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
    assertThat(results).isNotEmpty().allMatch(Result::good);
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

  @Test
  void lateEventCostsASecondCopyAtMost() throws Exception {
    assumeThat(WANTED).as("-Dfaults").isNotEmpty();
    Subject subject = stage.subject(FORWARDER);
    Failpoint point = point(subject, "SES SendEmail", Phase.ANSWER_LOST);
    subject.fuse().withhold("delivery-events");
    CompletableFuture<Void> late = CompletableFuture.runAsync(() -> releaseLate(subject));

    Result result = new Trial(stage, subject).run(point, Action.KILL);
    late.join();

    System.out.print(result);
    assertThat(result.lost()).isFalse();
    assertThat(result.sends()).isBetween(1, 2);
  }

  /** The event comes after all, when it is too late. */
  private static void releaseLate(Subject subject) {
    try {
      Awaitility.await("a second copy")
          .atMost(Duration.ofSeconds(45))
          .pollInterval(Duration.ofMillis(100))
          .until(() -> stage.sends() > 1);
    } finally {
      subject.fuse().release();
    }
  }

  /** The guard: a send of unknown end is not repeated when SES's event says that it took it. */
  @Test
  void harnessSeesTheSecondCopyWhenEvidenceIsIgnored() throws Exception {
    Subject subject = stage.subject(FORWARDER);
    Failpoint point = point(subject, "SES SendEmail", Phase.ANSWER_LOST);

    assertThat(withChange(subject, sql -> sql.replace("attempts > 0", "false"), point, Action.KILL))
        .matches(Result::repeated);
  }

  /** The guard: whoever was overtaken while it stood still changes nothing in the ledger. */
  @Test
  void harnessSeesTheSecondCopyWhenTheFenceIsIgnored() throws Exception {
    Subject subject = stage.subject(FORWARDER);
    Failpoint point = point(subject, "SQL INSERT delivery", Phase.AFTER);

    assertThat(withChange(subject, FaultsIT::unfenced, point, Action.PAUSE))
        .matches(Result::repeated);
  }

  /** Takes the fence, and what stands in for it, out of the statement that begins a send. */
  private static String unfenced(String sql) {
    return sql.contains("attempts = attempts + 1")
        ? sql.replaceFirst("and fence = \\?[\\s\\S]*", "and coalesce(?, 0) >= 0")
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

  private static Failpoint point(Subject subject, String operation, Phase phase)
      throws IOException {
    return find(Points.of(stage, subject, 1), operation, phase);
  }
}
