package org.aliasrelay.launcher.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts a command into a session of its own, so that Ctrl-C and the end of the terminal reach the
 * launcher only. The process id stays that of the command.
 */
final class Detached {
  private Detached() {}

  static List<String> command(List<String> command) {
    List<String> detached = new ArrayList<>(prefix());
    detached.addAll(command);
    return detached;
  }

  /** Linux has setsid, macOS has perl; without both, Ctrl-C stops the parts by itself. */
  private static List<String> prefix() {
    if (onPath("setsid")) {
      return List.of("setsid");
    }
    if (onPath("perl")) {
      return List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV or die");
    }
    return List.of();
  }

  private static boolean onPath(String program) {
    String path = System.getenv("PATH");
    return path != null
        && Arrays.stream(path.split(File.pathSeparator, -1))
            .filter(folder -> !folder.isEmpty())
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
