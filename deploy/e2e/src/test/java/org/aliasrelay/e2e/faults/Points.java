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
  private static final int PASSES = 3;
  private static final Duration IDLE = Duration.ofSeconds(2);

  private final Stage stage;
  private final Map<String, List<Failpoint>> found = new HashMap<>();
  private int numbered;

  Points(Stage stage) {
    this.stage = stage;
  }

  /** In the order of the journey; numbers go on from one service to the next. */
  List<Failpoint> of(Subject subject) {
    return found.computeIfAbsent(subject.service(), service -> number(service, moments(subject)));
  }

  /** The first such one. */
  Failpoint find(Subject subject, String operation, Phase phase) {
    return of(subject).stream()
        .filter(point -> point.moment().operation().name().equals(operation))
        .filter(point -> point.phase() == phase)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no failpoint " + operation + " " + phase));
  }

  private List<Failpoint> number(String service, List<Moment> moments) {
    List<Failpoint> points = new ArrayList<>();
    for (Moment moment : moments) {
      for (Phase phase : Phase.values()) {
        if (phase != Phase.BEFORE || !moment.operation().poll()) {
          numbered++;
          points.add(new Failpoint(numbered, service, moment, phase));
        }
      }
    }
    return points;
  }

  /** What every mail needs, and no idle service. */
  private List<Moment> moments(Subject subject) {
    Set<Operation> background = background(subject);
    List<Moment> common = onePass(subject);
    for (int i = 1; i < PASSES; i++) {
      common = common.stream().filter(onePass(subject)::contains).toList();
    }
    return common.stream().filter(moment -> !background.contains(moment.operation())).toList();
  }

  private List<Moment> onePass(Subject subject) {
    stage.forgetSends();
    Stage.Mail mail = stage.mail();
    subject.fuse().reset();
    stage.send(mail);
    stage.awaitEnd();
    return subject.fuse().seen();
  }

  private Set<Operation> background(Subject subject) {
    subject.fuse().reset();
    stage.awaitQuiet(IDLE);
    return subject.fuse().seen().stream().map(Moment::operation).collect(Collectors.toSet());
  }
}
