package org.aliasrelay.local.database;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/**
 * Stops the server when this process is gone, however it went: a shell holds the other end of a
 * pipe, and the kernel closes our end even after {@code kill -9}.
 */
final class LifeLine {

  private final Process shell;

  private LifeLine(Process shell) {
    this.shell = shell;
  }

  static LifeLine to(long pid) throws IOException {
    return new LifeLine(
        new ProcessBuilder("sh", "-c", "trap '' INT TERM HUP; read end; kill -INT \"$0\"", "" + pid)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start());
  }

  /** The server has stopped; its process id may soon be somebody else's. */
  void cut() {
    shell.destroyForcibly();
  }
}
