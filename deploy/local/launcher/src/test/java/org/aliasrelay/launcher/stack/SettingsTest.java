package org.aliasrelay.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void environmentGoesBeforeTheFile() throws IOException {
    Settings settings = settings("RELAY_PORT_API=1", Map.of("RELAY_PORT_API", "2"));

    assertThat(settings.get("RELAY_PORT_API")).contains("2");
  }

  @Test
  void servicesGetTheirSettingsAsVariables() throws IOException {
    Settings settings =
        settings("relay.notices.at-most-every=2h\nRELAY_PORT_API=1\nother.key=3", Map.of());

    assertThat(settings.ofServices()).containsOnly(Map.entry("RELAY_NOTICES_AT_MOST_EVERY", "2h"));
  }

  @Test
  void servicesGetNothingFromTheShell() throws IOException {
    assertThat(settings("", Map.of("relay.notices.after", "1s")).ofServices()).isEmpty();
  }

  private Settings settings(String file, Map<String, String> environment) throws IOException {
    Path path = folder.resolve("settings.properties");
    Files.writeString(path, file);
    return Settings.read(environment, path);
  }
}
