package org.aliasrelay.launcher.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.aliasrelay.launcher.stack.Part;

/**
 * A process of the stack, maybe started by an earlier run of the launcher.
 *
 * @param part what runs in it
 * @param pid its process id
 * @param started when the operating system says it began: a process that has the same id but not
 *     this start is somebody else's
 * @param command what was run, for people who read the record
 */
public record Child(Part part, long pid, Instant started, String command) {
  /** The kernel's clock ticks and its notion of the boot time can move by a second. */
  private static final Duration SAME_START = Duration.ofSeconds(2);

  /** The living process, if it is still this one. */
  public Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(this::isSame)
        .filter(handle -> !ProcessTable.isZombie(pid));
  }

  private boolean isSame(ProcessHandle handle) {
    return handle
        .info()
        .startInstant()
        .filter(found -> Duration.between(found, started).abs().compareTo(SAME_START) <= 0)
        .isPresent();
  }

  /** Whether it runs. */
  public boolean alive() {
    return handle().isPresent();
  }
}
