package org.aliasrelay.e2e.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aliasrelay.e2e.wire.Operation;

/** Finds the places where faults can strike, by watching mail that nothing happens to. */
final class Points {
  private static final int UNDISTURBED = 3;
  private static final Duration IDLE = Duration.ofSeconds(2);

  /** It keeps a message hidden, and is asked for by time and not by mail: where all is slow. */
  private static final String RENEWAL = "SQS ChangeMessageVisibility";

  private final Stage stage;
  private final Map<Selection.Course, List<Failpoint>> found = new HashMap<>();

  Points(Stage stage) {
    this.stage = stage;
  }

  /** In the order of the journey. Empty if the service has no part in the pass. */
  List<Failpoint> of(Subject subject, Pass pass) {
    var course = new Selection.Course(subject.service(), pass);
    return found.computeIfAbsent(course, _ -> number(course, moments(subject, pass)));
  }

  /** The first such one. */
  Failpoint find(Subject subject, Pass pass, String operation, Phase phase) {
    return of(subject, pass).stream()
        .filter(point -> point.moment().operation().name().equals(operation))
        .filter(point -> point.phase() == phase)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no failpoint " + operation + " " + phase));
  }

  private static List<Failpoint> number(Selection.Course course, List<Moment> moments) {
    List<Failpoint> points = new ArrayList<>();
    for (Moment moment : moments) {
      for (Phase phase : Phase.values()) {
        if (phase != Phase.BEFORE || !moment.operation().poll()) {
          points.add(
              new Failpoint(points.size() + 1, course.pass(), course.service(), moment, phase));
        }
      }
    }
    return points;
  }

  /** What every mail needs, and no idle service. */
  private List<Moment> moments(Subject subject, Pass pass) {
    Set<Operation> background = background(subject);
    List<Moment> common = undisturbed(subject, pass);
    for (int i = 1; i < UNDISTURBED; i++) {
      common = common.stream().filter(undisturbed(subject, pass)::contains).toList();
    }
    return common.stream()
        .filter(moment -> !background.contains(moment.operation()))
        .filter(moment -> !moment.operation().name().startsWith(RENEWAL))
        .toList();
  }

  private List<Moment> undisturbed(Subject subject, Pass pass) {
    Errand errand = pass.prepare(stage);
    stage.forgetSends();
    subject.fuse().reset();
    errand.begin();
    stage.awaitEnd();
    return subject.fuse().seen();
  }

  private Set<Operation> background(Subject subject) {
    subject.fuse().reset();
    stage.awaitQuiet(IDLE);
    return subject.fuse().seen().stream().map(Moment::operation).collect(Collectors.toSet());
  }
}
