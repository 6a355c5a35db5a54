package org.aliasrelay.alias.activity;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the memory of what was counted short. */
@ApplicationScoped
class Pruning {
  private final Counting counting;

  Pruning(Counting counting) {
    this.counting = counting;
  }

  @Scheduled(every = "6h", delayed = "5m", identity = "activity-pruning")
  @RunOnVirtualThread
  void prune() {
    boolean more = true;
    while (more) {
      more = counting.prune();
    }
  }
}
