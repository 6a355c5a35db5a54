package org.aliasrelay.local.front;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The disk that all state is on. Where it is full, mail is refused for a while (SMTP's 451) and
 * everything else waits; whoever looks at the stack should see why.
 *
 * @param folder on it
 * @param needed bytes that must be left for work to go on
 */
public record Disk(Path folder, long needed) {
  private static final long MEGABYTE = 1_000_000;

  /** Whether there is room on it. */
  public Check check() {
    try {
      long left = Files.getFileStore(folder).getUsableSpace();
      return check(left >= needed, left / MEGABYTE + " MB left, " + needed / MEGABYTE + " needed");
    } catch (IOException e) {
      return check(false, "the folder of all state cannot be read");
    }
  }

  private static Check check(boolean up, String space) {
    return new Check("disk", up, space);
  }
}
