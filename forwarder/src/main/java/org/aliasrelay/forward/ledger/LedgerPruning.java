package org.aliasrelay.forward.ledger;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Forgets deliveries that no queue can bring up again. */
@ApplicationScoped
class LedgerPruning {
  private static final Logger LOG = Logger.getLogger(LedgerPruning.class);

  /** The longest time SQS keeps a message, and a day. */
  private static final Duration KEPT = Duration.ofDays(15);

  private final DeliveryLedger ledger;
  private final Clock clock;

  LedgerPruning(DeliveryLedger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Scheduled(every = "6h", delayed = "10m")
  void prune() {
    try {
      int pruned = ledger.prune(clock.instant().minus(KEPT));
      LOG.infof("pruned %d deliveries", pruned);
    } catch (LedgerUnavailableException e) {
      LOG.warn("nothing pruned, will try again");
    }
  }
}
