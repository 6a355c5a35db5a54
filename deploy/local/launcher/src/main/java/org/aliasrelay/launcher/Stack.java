package org.aliasrelay.launcher;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.aliasrelay.launcher.process.Children;
import org.aliasrelay.launcher.process.Stopper;
import org.aliasrelay.launcher.stack.Home;
import org.aliasrelay.launcher.stack.Ports;
import org.aliasrelay.launcher.stack.Programs;
import org.aliasrelay.launcher.stack.Recipes;
import org.aliasrelay.launcher.stack.Room;
import org.aliasrelay.launcher.stack.Secrets;
import org.aliasrelay.launcher.stack.Settings;
import org.aliasrelay.launcher.stack.Trouble;

/**
 * One stack and the tools to work on it.
 *
 * @param home where it keeps everything
 * @param environment the variables of the launcher
 * @param programs what it runs
 * @param java the virtual machine that runs them
 * @param clock tells the time
 * @param http calls its interfaces
 * @param console where to report
 */
record Stack(
    Home home,
    Map<String, String> environment,
    Programs programs,
    Path java,
    Clock clock,
    HttpClient http,
    Console console) {
  private static final String PATIENCE = "RELAY_START_TIMEOUT";
  private static final Duration USUAL_PATIENCE = Duration.ofMinutes(2);

  Children children() {
    return new Children(home, clock);
  }

  Stopper stopper() {
    return new Stopper(
        children(),
        home.cloud(),
        part -> console.line("  " + part + " did not stop in time and was killed"));
  }

  Room room() {
    return Room.of(home);
  }

  Settings settings() throws IOException {
    return Settings.read(environment, home.settings());
  }

  Ports ports(OptionalInt offset) throws IOException, Trouble {
    return Ports.from(settings(), offset);
  }

  Recipes recipes(Ports ports, Secrets secrets) throws IOException {
    return new Recipes(home, ports, secrets, programs, java, settings().ofServices());
  }

  Secrets secrets() throws IOException {
    return Secrets.open(home.secrets(), new SecureRandom());
  }

  /** How long a part may take to get ready. */
  Duration patience() throws IOException, Trouble {
    String text = settings().get(PATIENCE).orElse("");
    try {
      return text.isEmpty() ? USUAL_PATIENCE : Duration.ofSeconds(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new Trouble(PATIENCE + " is \"" + text + "\": that is not a number of seconds.");
    }
  }
}
