package org.aliasrelay.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.aliasrelay.e2e.wire.Operation;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A fault at every step loses no mail and sends none twice. All of it is run by {@code
 * -Dfaults=all}, or with the name of a service; without, a sample is: docs/FAULTS.md.
 */
class FaultsIT {
  private static final String WANTED = System.getProperty("faults", "");
  private static final String FORWARDER = "forwarder";
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
    List<Failpoint> all = points.of(subject);
    var trial = new Trial(stage, subject);
    List<Result> results = new ArrayList<>();
    System.out.print(Result.heading());
    for (Failpoint point : WANTED.isEmpty() ? sendWindow(subject) : all) {
      results.add(trial.run(point, Action.KILL));
      results.add(trial.run(point, Action.PAUSE));
    }
    System.out.printf(
        "%s: %d failpoints, %d trials, %d lost, %d sent twice%n",
        service,
        all.size(),
        results.size(),
        results.stream().filter(Result::lost).count(),
        results.stream().filter(Result::repeated).count());
    assertThat(results).isNotEmpty().allMatch(Result::good, "good");
    if (service.equals(FORWARDER)) {
      assertThat(all).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    }
  }

  /** Where SES may have a mail that the ledger does not know to be sent. */
  private static List<Failpoint> sendWindow(Subject subject) {
    return List.of(
        points.find(subject, SEND, Phase.ANSWER_LOST),
        points.find(subject, "SQL UPDATE delivery SENT by key, fence, state", Phase.BEFORE));
  }

  /** Nobody listened when the event came, and when somebody does, it comes after the mail. */
  @Test
  void newProcessHearsTheEventBeforeItSendsAgain() throws Exception {
    assumeThat(WANTED).as("-Dfaults").isNotEmpty();
    Subject subject = stage.subject(FORWARDER);
    Failpoint point = points.find(subject, SEND, Phase.ANSWER_LOST);
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

  @Test
  void lateEventCostsASecondCopyAtMost() throws Exception {
    assumeThat(WANTED).as("-Dfaults").isNotEmpty();
    Subject subject = stage.subject(FORWARDER);
    Failpoint point = points.find(subject, SEND, Phase.ANSWER_LOST);
    subject.fuse().withhold("delivery-events");
    CompletableFuture<Void> late = releaseAfter(subject, () -> stage.sends() > 1);

    Result result = new Trial(stage, subject).run(point, Action.KILL);
    late.join();

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

  @Test
  void harnessSeesTheSecondCopyWhenEvidenceIsIgnored() throws Exception {
    Subject subject = stage.subject(FORWARDER);
    Failpoint point = points.find(subject, SEND, Phase.ANSWER_LOST);

    assertThat(new Trial(stage, subject).runWithout(Guard.EVIDENCE, point, Action.KILL))
        .matches(Result::repeated, "red");
  }

  @Test
  void harnessSeesTheSecondCopyWhenTheFenceIsIgnored() throws Exception {
    assumeThat(WANTED).as("-Dfaults").isNotEmpty();
    Subject subject = stage.subject(FORWARDER);
    Failpoint point = points.find(subject, "S3 GET relay-mail", Phase.AFTER);

    assertThat(new Trial(stage, subject).runWithout(Guard.FENCE, point, Action.PAUSE))
        .matches(Result::repeated, "red");
  }
}
