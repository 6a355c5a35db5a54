package org.aliasrelay.launcher.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the lines that are added to a log, also after the log was cut. */
public final class LogFollower {
  private final Path log;
  private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
  private long position;

  /** Follows a log from its present end. */
  public LogFollower(Path log) throws IOException {
    this.log = log;
    this.position = Files.exists(log) ? Files.size(log) : 0;
  }

  /** The whole lines since the last call. */
  public List<String> next() throws IOException {
    if (!Files.exists(log)) {
      return List.of();
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      if (file.length() < position) {
        position = 0;
        unfinished.reset();
      }
      byte[] added = new byte[(int) Math.min(file.length() - position, 1 << 20)];
      file.seek(position);
      file.readFully(added);
      position += added.length;
      unfinished.writeBytes(added);
    }
    return wholeLines();
  }

  private List<String> wholeLines() {
    byte[] all = unfinished.toByteArray();
    int end = all.length;
    while (end > 0 && all[end - 1] != '\n') {
      end--;
    }
    unfinished.reset();
    unfinished.write(all, end, all.length - end);
    return new String(all, 0, end, StandardCharsets.UTF_8).lines().toList();
  }
}
