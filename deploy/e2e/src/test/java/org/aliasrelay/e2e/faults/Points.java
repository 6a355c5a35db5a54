package org.aliasrelay.e2e.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aliasrelay.e2e.wire.Operation;

/** Finds the places where faults can strike, by watching mail that nothing happens to. */
final class Points {
  private static final int PASSES = 3;
  private static final Duration IDLE = Duration.ofSeconds(2);

  private Points() {}

  /** Numbered from there on, in the order of the journey. */
  static List<Failpoint> of(Stage stage, Subject subject, int first) {
    Set<Operation> background = background(stage, subject);
    List<Moment> common = List.of();
    for (int i = 0; i < PASSES; i++) {
      List<Moment> seen = onePass(stage, subject);
      common = i == 0 ? seen : common.stream().filter(seen::contains).toList();
    }
    List<Failpoint> points = new ArrayList<>();
    for (Moment moment : common) {
      if (!background.contains(moment.operation())) {
        for (Phase phase : Phase.values()) {
          if (phase != Phase.BEFORE || !moment.operation().poll()) {
            points.add(new Failpoint(first + points.size(), subject.service(), moment, phase));
          }
        }
      }
    }
    return points;
  }

  private static List<Moment> onePass(Stage stage, Subject subject) {
    stage.forgetSends();
    Stage.Mail mail = stage.mail();
    subject.fuse().reset();
    stage.send(mail);
    stage.awaitEnd();
    return subject.fuse().seen();
  }

  /** What a service does for itself. */
  private static Set<Operation> background(Stage stage, Subject subject) {
    subject.fuse().reset();
    stage.awaitQuiet(IDLE);
    return subject.fuse().seen().stream().map(Moment::operation).collect(Collectors.toSet());
  }
}
