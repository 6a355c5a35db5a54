package org.aliasrelay.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.aliasrelay.launcher.process.Child;
import org.aliasrelay.launcher.process.StartLock;
import org.aliasrelay.launcher.stack.Part;
import org.aliasrelay.launcher.stack.Trouble;

/** Stays with a stack in the foreground, until it ends or a part of it dies. */
final class Watch {
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final Stack stack;
  private final StartedParts started;
  private final Interruption interruption;

  Watch(Stack stack, StartedParts started, Interruption interruption) {
    this.stack = stack;
    this.started = started;
    this.interruption = interruption;
  }

  int untilEnd() throws IOException, InterruptedException, Trouble {
    while (true) {
      Thread.sleep(PAUSE);
      if (stack.children().running().size() == Part.values().length) {
        continue;
      }
      interruption.giveWay();
      // A ./relay down or up -d in another terminal holds the lock while parts are missing.
      try (StartLock _ = StartLock.take(stack.home().lock(), () -> {})) {
        List<Part> dead = dead();
        if (!dead.isEmpty()) {
          throw end(dead.getFirst());
        }
        if (stack.children().running().isEmpty()) {
          stack.console().line("Stopped from elsewhere.");
          started.handOver();
          return 0;
        }
      }
    }
  }

  /** Recorded but not alive: a stop on purpose takes the record away. */
  private List<Part> dead() {
    return List.of(Part.values()).stream()
        .filter(part -> stack.children().recorded(part).filter(it -> !it.alive()).isPresent())
        .toList();
  }

  private Trouble end(Part part) throws IOException, InterruptedException {
    Trouble trouble = Starter.broken(stack, part, "died.");
    stack.console().line("");
    stack.console().line(part + " died. Stopping the rest.");
    List<Child> recorded =
        List.of(Part.values()).stream()
            .flatMap(each -> stack.children().recorded(each).stream())
            .toList();
    stack.stopper().stop(recorded);
    started.handOver();
    Files.deleteIfExists(stack.home().stackFile());
    return trouble;
  }
}
