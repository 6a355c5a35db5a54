package org.aliasrelay.launcher.stack;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** Settings by name: the environment goes before the settings file. */
public final class Settings {
  private static final String SERVICES = "relay.";

  private final Map<String, String> environment;
  private final Properties file;

  private Settings(Map<String, String> environment, Properties file) {
    this.environment = environment;
    this.file = file;
  }

  /** The settings of a stack; the file need not exist. */
  public static Settings read(Map<String, String> environment, Path path) throws IOException {
    Properties file = new Properties();
    if (Files.exists(path)) {
      try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
        file.load(reader);
      }
    }
    return new Settings(Map.copyOf(environment), file);
  }

  /** The value of a setting; an empty one counts as not set. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .or(() -> Optional.ofNullable(file.getProperty(name)).filter(value -> !value.isBlank()));
  }

  /**
   * What the file sets for the services: each {@code relay.…} as the variable by which MicroProfile
   * Config finds it. Only the file is asked, so that nothing in a shell changes a stack by chance.
   */
  public Map<String, String> ofServices() {
    Map<String, String> variables = new TreeMap<>();
    for (String name : file.stringPropertyNames()) {
      if (name.startsWith(SERVICES)) {
        variables.put(
            name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT), file.getProperty(name));
      }
    }
    return variables;
  }
}
