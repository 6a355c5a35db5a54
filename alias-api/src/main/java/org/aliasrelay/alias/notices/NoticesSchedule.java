package org.aliasrelay.alias.notices;

import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.UUID;
import org.aliasrelay.alias.contract.NoticeDue;
import org.aliasrelay.alias.http.FailedCommit;
import org.aliasrelay.queue.QueuePublisher;
import org.aliasrelay.queue.QueueUnavailableException;
import org.jboss.logging.Logger;

/** Sends digests on their way when they are due, and again if a crash came between. */
@ApplicationScoped
class NoticesSchedule {
  private static final Logger LOG = Logger.getLogger(NoticesSchedule.class);
  private static final String QUEUE = "notices";

  private final Digests digests;
  private final QueuePublisher publisher;

  NoticesSchedule(Digests digests, QueuePublisher publisher) {
    this.digests = digests;
    this.publisher = publisher;
  }

  @Scheduled(
      every = "${relay.notices.look:20s}",
      identity = "notices",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void look() {
    try {
      gatherAndPublish();
    } catch (ArcUndeclaredThrowableException e) {
      if (!FailedCommit.isOutage(e)) {
        throw e;
      }
      waitForDatabase();
    } catch (PersistenceException e) {
      if (FailedCommit.isFault(e)) {
        throw e;
      }
      waitForDatabase();
    }
  }

  /** What is due stays so until the next look. */
  private static void waitForDatabase() {
    LOG.warn("outcome=deferred reason=database");
  }

  private void gatherAndPublish() {
    boolean more = true;
    while (more) {
      more = digests.gather();
    }
    publish();
  }

  /** Publishing comes before noting it: a digest may be announced twice, and is told once. */
  private void publish() {
    List<UUID> unpublished = digests.unpublished();
    while (!unpublished.isEmpty()) {
      try {
        publisher.publish(
            QUEUE, unpublished.stream().map(UUID::toString).map(NoticeDue::of).toList());
      } catch (QueueUnavailableException e) {
        LOG.warn("outcome=deferred reason=queue");
        return;
      }
      digests.published(unpublished);
      unpublished = digests.unpublished();
    }
  }

  @Scheduled(every = "6h", delayed = "6m", identity = "notices-pruning")
  @RunOnVirtualThread
  void prune() {
    digests.prune();
  }
}
