package org.aliasrelay.local.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL's own tool for what the library cannot do: start a server again that has died.
 *
 * @param program the tool, of the version that has served the cluster so far
 */
record PgCtl(Path program) {

  /** Seconds. At most 128 MB of log are to be gone through, and a server may be ready later. */
  private static final String PATIENCE = "30";

  /** That which belongs to the server that runs on a cluster, or did so last. */
  static PgCtl of(Path cluster) throws IOException {
    String options = Files.readString(cluster.resolve("postmaster.opts"));
    // The path of the server, then each option in quotes.
    String server = options.substring(0, options.indexOf(" \""));
    return new PgCtl(Path.of(server).resolveSibling("pg_ctl"));
  }

  /**
   * Starts the server on a cluster again, with the options that it had. Returns when it is ready,
   * or when it is clear that it does not start; {@link Postmaster#runningOn} tells which.
   */
  void restart(Path cluster) throws IOException {
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      // As the library does: PostgreSQL refuses to be run by root.
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(
        List.of(
            program.toString(), "restart", "-D", cluster.toString(), "-s", "-w", "-t", PATIENCE));
    try {
      new ProcessBuilder(command)
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
