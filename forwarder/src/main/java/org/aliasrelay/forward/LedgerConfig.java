package org.aliasrelay.forward;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The delivery ledger: its secret, and how long things may take. */
@ConfigMapping(prefix = "relay.ledger")
public interface LedgerConfig {
  /**
   * Base64 of at least 32 random bytes. It must stay the same for as long as mail can be on its
   * way: 14 days, the longest retention of a queue.
   */
  String key();

  /**
   * For reading and rewriting one mail, and how long others wait if a process is killed meanwhile;
   * 1 s to 1 h.
   */
  @WithDefault("30s")
  Duration claimLease();

  /**
   * For one call to SES, plus two seconds for each MiB. An answer that comes later counts as lost,
   * and a lost answer may mean a second copy: so it is many times longer than SES takes. From 1 s
   * to 1 h.
   */
  @WithDefault("60s")
  Duration sendTimeout();

  /** The lease outlives the call by this much: enough to commit its result; up to 1 h. */
  @WithDefault("5s")
  Duration sendMargin();

  /**
   * How long a send of unknown end waits for SES's event before it is sent again. SES publishes
   * within seconds as a rule; whatever is later than this makes a second copy. Counts only where a
   * configuration set is named, since no event can come otherwise. Up to 1 h.
   */
  @WithDefault("3m")
  Duration evidenceWait();
}
