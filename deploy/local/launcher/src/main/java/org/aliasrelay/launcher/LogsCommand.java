package org.aliasrelay.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aliasrelay.launcher.process.LogFile;
import org.aliasrelay.launcher.process.LogFollower;
import org.aliasrelay.launcher.stack.Part;

/** {@code logs}: the end of one log or of all, and what is added. */
final class LogsCommand {
  private static final int LINES_OF_ONE = 200;
  private static final int LINES_OF_EACH = 20;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Stack stack;

  LogsCommand(Stack stack) {
    this.stack = stack;
  }

  int run(Command.Logs logs) throws IOException, InterruptedException {
    List<Part> parts = logs.part().map(List::of).orElse(List.of(Part.values()));
    int lines = parts.size() == 1 ? LINES_OF_ONE : LINES_OF_EACH;
    Map<Part, LogFollower> followers = new LinkedHashMap<>();
    for (Part part : parts) {
      Path log = stack.home().log(part);
      LogFollower follower = new LogFollower(log);
      for (String line : LogFile.tail(log, lines)) {
        print(parts, part, line);
      }
      followers.put(part, follower);
    }
    while (logs.follow()) {
      for (Map.Entry<Part, LogFollower> entry : followers.entrySet()) {
        for (String line : entry.getValue().next()) {
          print(parts, entry.getKey(), line);
        }
      }
      Thread.sleep(PAUSE);
    }
    return 0;
  }

  private void print(List<Part> parts, Part part, String line) {
    Console console = stack.console();
    console.line(parts.size() == 1 ? line : console.faint("%-12s| ".formatted(part)) + line);
  }
}
