package org.aliasrelay.launcher.stack;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The room on the disk of a folder. Where there is none, a part that starts waits or dies without a
 * word, for its log is on the same disk.
 *
 * @param folder which need not be there yet
 * @param needed bytes that must be free
 */
public record Room(Path folder, long needed) {
  private static final long MEGABYTE = 1_000_000;

  /** The largest mail, and a segment of PostgreSQL's log. */
  private static final long NEEDED = 64 * MEGABYTE;

  /** The room for a stack. The local cloud is told the same figure, and goes by it from then on. */
  public static Room of(Home home) {
    return new Room(home.folder(), NEEDED);
  }

  /** Why nothing can be started there, if there is too little. */
  public Optional<String> lack() {
    long left = existing().getUsableSpace();
    return left >= needed
        ? Optional.empty()
        : Optional.of(
            "The disk of %s is full: %d MB left, %d MB needed."
                .formatted(folder, left / MEGABYTE, needed / MEGABYTE));
  }

  private File existing() {
    File nearest = folder.toFile().getAbsoluteFile();
    while (!nearest.exists() && nearest.getParentFile() != null) {
      nearest = nearest.getParentFile();
    }
    return nearest;
  }
}
