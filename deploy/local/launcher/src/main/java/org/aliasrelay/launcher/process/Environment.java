package org.aliasrelay.launcher.process;

import java.util.Map;
import java.util.Set;

/**
 * The variables a part sees: its own settings and what any process needs. Nothing else, so that
 * neither real AWS credentials nor a stray {@code QUARKUS_*} or {@code JAVA_TOOL_OPTIONS} of the
 * person's shell can change what the stack does.
 */
final class Environment {
  private static final Set<String> INHERITED =
      Set.of("PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LC_ALL", "TZ", "TMPDIR");

  private Environment() {}

  static void prepare(Map<String, String> environment, Map<String, String> settings) {
    environment.keySet().retainAll(INHERITED);
    environment.putAll(settings);
    // glibc keeps an arena for every core and thread otherwise: tens of megabytes for each process.
    environment.put("MALLOC_ARENA_MAX", "2");
  }
}
