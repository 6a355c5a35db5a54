package org.aliasrelay.local;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder of all state, held by one local cloud at a time: two would ruin the database. */
record DataFolder(Path path, FileLock lock) implements AutoCloseable {

  static DataFolder open(Path path) {
    try {
      Files.createDirectories(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new StartException("another local cloud uses " + path);
      }
      return new DataFolder(path, lock);
    } catch (IOException failure) {
      throw new StartException("cannot use the data folder " + path, failure);
    }
  }

  Path of(String part) {
    return path.resolve(part);
  }

  /**
   * Where PostgreSQL's programs are unpacked: beside this jar, so that every start and every test
   * shares them, and a clean build removes them.
   */
  static Path programs() {
    try {
      Path code =
          Path.of(LocalCloud.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return code.resolveSibling("postgresql");
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    lock.acquiredBy().close();
  }
}
