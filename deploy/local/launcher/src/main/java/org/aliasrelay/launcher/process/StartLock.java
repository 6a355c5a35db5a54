package org.aliasrelay.launcher.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two runs of the launcher from starting or stopping the same stack at the same time. */
public final class StartLock implements AutoCloseable {
  private final FileChannel channel;

  private StartLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock; calls {@code onWait} once if somebody else holds it. */
  public static StartLock take(Path file, Runnable onWait) throws IOException {
    Files.createDirectories(file.getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      onWait.run();
      channel.lock();
    }
    return new StartLock(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
