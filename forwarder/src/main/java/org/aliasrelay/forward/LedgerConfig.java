package org.aliasrelay.forward;

import io.smallrye.config.ConfigMapping;

/** The delivery ledger's secret. */
@ConfigMapping(prefix = "relay.ledger")
public interface LedgerConfig {
  /**
   * Base64 of at least 32 random bytes. It must stay the same for as long as mail can be on its
   * way: 14 days, the longest retention of a queue.
   */
  String key();
}
