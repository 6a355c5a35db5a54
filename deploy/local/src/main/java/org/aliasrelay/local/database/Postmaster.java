package org.aliasrelay.local.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The running server process of one cluster folder, proved to be that: the process must still carry
 * the folder in its command line, so that a process id used again by somebody else is left alone.
 */
record Postmaster(ProcessHandle process, Path cluster) {

  private static final Duration FAST = Duration.ofSeconds(20);
  private static final Duration AT_ONCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(50);

  static Optional<Postmaster> runningOn(Path cluster) {
    return pidIn(lockFile(cluster))
        .flatMap(ProcessHandle::of)
        .filter(process -> serves(process, cluster))
        .map(process -> new Postmaster(process, cluster));
  }

  /**
   * Takes away the lock file of a server that is gone. PostgreSQL would take a process that has got
   * its number since then, or its own that nobody has collected, for a server that runs; sessions
   * that are left it finds by their shared memory all the same.
   */
  static void forgetDead(Path cluster) throws IOException {
    if (runningOn(cluster).isEmpty()) {
      Files.deleteIfExists(lockFile(cluster));
    }
  }

  long pid() {
    return process.pid();
  }

  /** Also when it is halted. */
  boolean runs() {
    return serves(process, cluster);
  }

  /**
   * For sure: a process of which nothing can be read for want of files may be there. One that has
   * ended and that nobody has collected is gone.
   */
  boolean isGone() {
    if (runs()) {
      return false;
    }
    return !process.isAlive() || process.info().commandLine().isPresent() || isUncollected();
  }

  private boolean isUncollected() {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid()), "stat"));
      // Behind the name, which may hold anything, stands the state.
      return stat.startsWith(") Z", stat.lastIndexOf(')'));
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Ends sessions and writes a checkpoint; if that takes too long, PostgreSQL recovers later. */
  void stop() {
    if (!stopsOn("-INT", FAST) && !stopsOn("-QUIT", AT_ONCE)) {
      throw new IllegalStateException(
          "a PostgreSQL of an earlier run does not stop: process " + pid());
    }
  }

  private boolean stopsOn(String signal, Duration patience) {
    try {
      new ProcessBuilder("kill", signal, Long.toString(pid())).start().waitFor();
      Instant end = Instant.now().plus(patience);
      // Not onExit(): in a container nobody may collect the dead process.
      while (runs()) {
        if (Instant.now().isAfter(end)) {
          return false;
        }
        Thread.sleep(PAUSE);
      }
      return true;
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot signal process " + pid(), failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean serves(ProcessHandle process, Path cluster) {
    var info = process.info();
    return info.commandLine()
        .filter(line -> line.contains("postgres") && line.contains(cluster.toString()))
        .isPresent();
  }

  private static Path lockFile(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  private static Optional<Long> pidIn(Path pidFile) {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    try (var lines = Files.lines(pidFile)) {
      return lines.findFirst().map(String::strip).map(Long::parseLong);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (NumberFormatException cutOff) {
      return Optional.empty();
    }
  }
}
