package org.aliasrelay.local.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the server is still there, and starts it again on its data where it is not: the
 * kernel short of memory kills what is large, and a stack without its database looks alive for
 * long. A server that is slow or halted has its process, and is left alone.
 */
final class ServerWatch {

  private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Path cluster;
  private final PgCtl pgCtl;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("postgresql").factory());
  private Postmaster server;
  private LifeLine lifeLine;
  private volatile boolean up = true;

  private ServerWatch(Path cluster, Postmaster server) throws IOException {
    this.cluster = cluster;
    this.server = server;
    this.pgCtl = PgCtl.of(cluster);
    this.lifeLine = LifeLine.to(server.pid());
  }

  /** Begins to watch the server that runs on that cluster. */
  static ServerWatch over(Path cluster) throws IOException {
    var watch = new ServerWatch(cluster, Postmaster.runningOn(cluster).orElseThrow());
    var _ =
        watch.looking.scheduleWithFixedDelay(
            watch::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    return watch;
  }

  /** False from when the server is found gone until it runs again. */
  boolean isUp() {
    return up;
  }

  /** Ends the watch, after a start that is under way. Returns what is tied to the server now. */
  LifeLine end() {
    looking.close();
    return lifeLine;
  }

  private void look() {
    if (up && !server.isGone()) {
      return;
    }
    if (up) {
      up = false;
      // Its process id may soon be somebody else's.
      lifeLine.cut();
      LOG.warn("PostgreSQL is gone: process {}; it is started again", server.pid());
    }
    try {
      revive();
    } catch (IOException | RuntimeException failure) {
      LOG.warn("PostgreSQL cannot be started again: {}", failure.getClass().getName());
    }
  }

  /** Sessions of the dead server may linger for a while, and keep a new one from starting. */
  private void revive() throws IOException {
    Postmaster.forgetDead(cluster);
    pgCtl.restart(cluster);
    var found = Postmaster.runningOn(cluster);
    if (found.isPresent()) {
      lifeLine = LifeLine.to(found.get().pid());
      server = found.get();
      up = true;
      LOG.info("PostgreSQL runs again");
    }
  }
}
