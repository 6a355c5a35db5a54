package org.aliasrelay.telemetry.count;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.aliasrelay.queue.Failures;
import org.jboss.logging.Logger;

/** Forgets event ids, at the start and every hour, even when nothing is counted. */
@Singleton
class Pruning {
  private static final Logger LOG = Logger.getLogger(Pruning.class);

  private final Counts counts;
  private final ScheduledExecutorService schedule =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("pruning").factory());

  Pruning(Counts counts) {
    this.counts = counts;
  }

  void start(@Observes StartupEvent event) {
    var _ = schedule.scheduleWithFixedDelay(this::prune, 0, 1, TimeUnit.HOURS);
  }

  private void prune() {
    try {
      counts.prune();
    } catch (CountsUnavailableException | RuntimeException e) {
      // Whatever it is: a task that throws is not scheduled again.
      LOG.warnf("event ids are not forgotten yet, next try in an hour: %s", Failures.nameOf(e));
    }
  }

  @PreDestroy
  void stop() {
    schedule.shutdownNow();
  }
}
