package org.aliasrelay.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the services' logs say of the end of each mail that was not sent. */
final class MailLog {
  private static final Pattern END =
      Pattern.compile("mailid=(\\S+) outcome=(dropped|refused) reason=(\\S+)");

  private final Path logs;

  MailLog(Path logs) {
    this.logs = logs;
  }

  /** Outcome and reason by mail. */
  Map<String, String> ends() throws IOException {
    Map<String, String> ends = new HashMap<>();
    try (Stream<Path> files = Files.list(logs)) {
      for (Path log : files.filter(Files::isRegularFile).toList()) {
        Matcher line = END.matcher("");
        for (String text : Files.readAllLines(log, StandardCharsets.ISO_8859_1)) {
          if (line.reset(text.toLowerCase(Locale.ROOT)).find()) {
            ends.put(line.group(1), line.group(2) + ": " + line.group(3));
          }
        }
      }
    }
    return ends;
  }
}
