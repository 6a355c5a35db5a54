package org.aliasrelay.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL detaches itself from the local cloud that starts it. When the local cloud is killed
 * the hard way it stays behind and holds its port; it is found by the lock file in its data folder.
 */
public final class Database {
  private static final String LOCK_FILE = "postmaster.pid";
  private static final int DEPTH = 4;

  private Database() {}

  /** The PostgreSQL servers that work on data in this folder: none or one. */
  public static List<ProcessHandle> running(Path cloudData) {
    if (!Files.isDirectory(cloudData)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(cloudData, DEPTH)) {
      return files
          .filter(file -> file.endsWith(LOCK_FILE))
          .flatMap(file -> server(file).stream())
          .toList();
    } catch (IOException | UncheckedIOException e) {
      // The folder changes under our eyes: somebody is stopping it just now.
      return List.of();
    }
  }

  private static Optional<ProcessHandle> server(Path lockFile) {
    try {
      long pid = Long.parseLong(Files.readAllLines(lockFile).getFirst().strip());
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(Database::isPostgres)
          .filter(handle -> !ProcessTable.isZombie(pid));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The lock file may be from before the last boot, and its number somebody else's by now. */
  private static boolean isPostgres(ProcessHandle handle) {
    return handle.info().command().filter(command -> command.contains("postgres")).isPresent();
  }
}
