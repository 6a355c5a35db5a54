package org.aliasrelay.e2e.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a process was started, so that it can be started again in another way. */
record Launch(List<String> command, Map<String, String> environment) {
  private static final Path PROCESSES = Path.of("/proc");

  Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** Whether this system tells how a process was started: Linux does. */
  static boolean canBeRead() {
    return Files.isReadable(PROCESSES.resolve("self/environ"));
  }

  static Launch of(long pid) throws IOException {
    Path process = PROCESSES.resolve(Long.toString(pid));
    Map<String, String> environment = new HashMap<>();
    for (String variable : words(process.resolve("environ"))) {
      int equals = variable.indexOf('=');
      environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    return new Launch(words(process.resolve("cmdline")), environment);
  }

  private static List<String> words(Path file) throws IOException {
    return Arrays.asList(Files.readString(file, StandardCharsets.UTF_8).split("\0"));
  }

  Launch with(Map<String, String> changes) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.putAll(changes);
    return new Launch(command, changed);
  }

  String get(String variable) {
    return environment.getOrDefault(variable, "");
  }
}
