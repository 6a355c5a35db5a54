package org.aliasrelay.alias.bounces;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Keeps the memory of what went to new addresses short. */
@ApplicationScoped
class Forgetting {
  private final RecentMail recent;
  private final BouncesConfig config;
  private final Clock clock;

  Forgetting(RecentMail recent, BouncesConfig config, Clock clock) {
    this.recent = recent;
    this.config = config;
    this.clock = clock;
  }

  /** No address is new for longer than bounces are waited for. */
  @Scheduled(every = "6h", delayed = "7m", identity = "bounces-pruning")
  @RunOnVirtualThread
  void forget() {
    recent.forget(clock.instant().minus(config.quiet()));
  }
}
