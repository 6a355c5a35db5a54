package org.aliasrelay.alias.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.aliasrelay.alias.buckets.Bucket;
import org.aliasrelay.alias.buckets.Buckets;
import org.aliasrelay.alias.sealing.AccountId;

/** Keeps one account from asking so much that others wait, or from trying out what exists. */
@ApplicationScoped
class RequestRate {
  private final Buckets<AccountId> accounts;
  private final Clock clock;

  RequestRate(RequestsConfig config, Clock clock) {
    this.accounts =
        new Buckets<>(new Bucket(config.burst(), config.every()), Duration.ZERO, config.atMost());
    this.clock = clock;
  }

  /** Whether one more request is within its share; then it is taken. */
  boolean take(AccountId account) {
    return accounts.take(account, clock.instant()).isPresent();
  }
}
