package org.aliasrelay.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.aliasrelay.launcher.process.Child;
import org.aliasrelay.launcher.process.StartLock;
import org.aliasrelay.launcher.stack.Part;

/** {@code down}: stop everything that runs in this home, whoever started it. */
final class DownCommand {
  private final Stack stack;

  DownCommand(Stack stack) {
    this.stack = stack;
  }

  int run() throws IOException, InterruptedException {
    Console console = stack.console();
    if (!Files.isDirectory(stack.home().folder())) {
      console.line("Nothing runs.");
      return 0;
    }
    Runnable waiting =
        () -> console.line("Another ./relay is starting or stopping this stack; waiting for it.");
    try (StartLock _ = StartLock.take(stack.home().lock(), waiting)) {
      List<Child> recorded =
          List.of(Part.values()).stream()
              .flatMap(part -> stack.children().recorded(part).stream())
              .toList();
      long running = recorded.stream().filter(Child::alive).count();
      long start = System.nanoTime();
      stack.stopper().stop(recorded);
      stack.stopper().stopOrphanedDatabase();
      Files.deleteIfExists(stack.home().stackFile());
      console.line(
          running == 0
              ? "Nothing runs."
              : "Stopped %d processes in %s. Aliases and mail are kept for the next ./relay up"
                  .formatted(running, Tables.seconds(Duration.ofNanos(System.nanoTime() - start))));
    }
    return 0;
  }
}
