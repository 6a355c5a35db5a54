package org.aliasrelay.forward.deliver;

import java.time.Duration;
import org.aliasrelay.forward.LedgerConfig;

/** Settings of a test. */
record FixedLedgerConfig() implements LedgerConfig {
  @Override
  public String key() {
    return "";
  }

  @Override
  public Duration claimLease() {
    return Duration.ofSeconds(30);
  }

  @Override
  public Duration sendTimeout() {
    return Duration.ofSeconds(15);
  }

  @Override
  public Duration sendMargin() {
    return Duration.ofSeconds(5);
  }

  @Override
  public Duration evidenceWait() {
    return Duration.ofMinutes(3);
  }
}
