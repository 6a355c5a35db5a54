package org.aliasrelay.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What Java does not tell about a process: Linux has it in /proc, other systems in ps. */
final class ProcessTable {
  private static final Path PROC = Path.of("/proc");

  private ProcessTable() {}

  /** A dead process whose parent has not asked for its exit code; Java counts it as alive. */
  static boolean isZombie(long pid) {
    return read(pid, "stat")
        // pid (command, which may contain spaces and brackets) state …
        .map(stat -> stat.substring(stat.lastIndexOf(')') + 1).strip())
        .filter(rest -> rest.startsWith("Z") || rest.startsWith("X"))
        .isPresent();
  }

  /** Memory in kB that the process has to itself, plus its share of what it shares. */
  static long proportionalKilobytes(long pid) {
    return read(pid, "smaps_rollup")
        .flatMap(text -> kilobytes(text, "Pss:"))
        .orElseGet(() -> residentKilobytes(pid));
  }

  /** Memory in kB that the process has in RAM, shared pages included. */
  static long residentKilobytes(long pid) {
    return read(pid, "status")
        .flatMap(text -> kilobytes(text, "VmRSS:"))
        .orElseGet(() -> askPs(pid));
  }

  private static Optional<Long> kilobytes(String text, String field) {
    return text.lines()
        .filter(line -> line.startsWith(field))
        .map(line -> line.replaceAll("\\D", ""))
        .filter(digits -> !digits.isEmpty())
        .map(Long::parseLong)
        .findFirst();
  }

  private static Optional<String> read(long pid, String file) {
    try {
      return Optional.of(
          Files.readString(
              PROC.resolve(Long.toString(pid)).resolve(file), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static long askPs(long pid) {
    if (Files.isDirectory(PROC.resolve("self"))) {
      return 0;
    }
    try {
      Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
      try (var output = ps.inputReader(StandardCharsets.UTF_8)) {
        String line = output.readLine();
        return line == null ? 0 : Long.parseLong(line.strip());
      }
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
