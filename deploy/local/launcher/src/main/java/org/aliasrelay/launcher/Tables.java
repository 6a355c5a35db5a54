package org.aliasrelay.launcher;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.aliasrelay.launcher.stack.Part;

/** How values look in a terminal. */
final class Tables {
  private static final int KILO = 1024;

  private Tables() {}

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  /** Milliseconds while they are few. */
  static String brief(Duration duration) {
    return duration.toSeconds() < 1 ? duration.toMillis() + " ms" : seconds(duration);
  }

  static String megabytes(long kilobytes) {
    return (kilobytes + KILO / 2) / KILO + " MB";
  }

  static String uptime(Duration duration) {
    if (duration.toMinutes() < 1) {
      return duration.toSeconds() + " s";
    }
    if (duration.toHours() < 1) {
      return duration.toMinutes() + " min";
    }
    return duration.toHours() + " h " + duration.toMinutesPart() + " min";
  }

  static List<String> partNames() {
    return Arrays.stream(Part.values()).map(Part::folder).toList();
  }
}
