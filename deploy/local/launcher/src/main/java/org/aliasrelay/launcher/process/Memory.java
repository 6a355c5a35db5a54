package org.aliasrelay.launcher.process;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.aliasrelay.launcher.stack.Part;

/** How much memory the parts take. */
public final class Memory {
  private final Path cloudData;

  /** Finds PostgreSQL, which detaches itself from the local cloud, by the data it works on. */
  public Memory(Path cloudData) {
    this.cloudData = cloudData;
  }

  /**
   * Kilobytes in RAM of a part with all its processes. PostgreSQL's processes share most of their
   * pages; those are counted once.
   */
  public long kilobytes(Child child) {
    long own = ProcessTable.residentKilobytes(child.pid());
    return child.part() == Part.LOCAL_CLOUD ? own + database() : own;
  }

  private long database() {
    return Database.running(cloudData).stream()
        .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
        .mapToLong(handle -> ProcessTable.proportionalKilobytes(handle.pid()))
        .sum();
  }
}
