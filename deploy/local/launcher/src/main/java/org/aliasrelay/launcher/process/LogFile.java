package org.aliasrelay.launcher.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The log of one part: appended to over many starts, cut when it grows too big. */
public final class LogFile {
  private static final long ROTATE_BYTES = 5L * 1024 * 1024;
  private static final String CHAPTER = "---- ";
  private static final int TAIL_BYTES = 64 * 1024;

  private LogFile() {}

  /** Opens a new chapter; a big log becomes {@code name.log.1}, and an older one of those goes. */
  static void begin(Path log, Instant now, String name) throws IOException {
    Files.createDirectories(log.getParent());
    if (Files.exists(log) && Files.size(log) > ROTATE_BYTES) {
      Path old = log.resolveSibling(log.getFileName() + ".1");
      Files.move(log, old, StandardCopyOption.REPLACE_EXISTING);
    }
    String title =
        (CHAPTER + "%s starts at %s ----%n").formatted(name, now.truncatedTo(ChronoUnit.SECONDS));
    Files.writeString(log, title, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** What was written since the last start: the last lines of it, at most {@code count}. */
  public static List<String> lastChapter(Path log, int count) throws IOException {
    List<String> lines = tail(log, count);
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (lines.get(i).startsWith(CHAPTER) && lines.get(i).contains(" starts at ")) {
        return lines.subList(i + 1, lines.size());
      }
    }
    return lines;
  }

  /** The last lines, at most {@code count}. */
  public static List<String> tail(Path log, int count) throws IOException {
    if (!Files.exists(log)) {
      return List.of();
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long length = file.length();
      byte[] end = new byte[(int) Math.min(length, TAIL_BYTES)];
      file.seek(length - end.length);
      file.readFully(end);
      List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }
  }
}
