package org.aliasrelay.forward;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Base64;
import org.aliasrelay.forward.rewrite.Passages;

/** What works with the installation's secret beside the ledger itself. */
@Singleton
class Secrets {
  @Produces
  @Singleton
  Passages passages(LedgerConfig config) {
    return new Passages(Base64.getDecoder().decode(config.key()));
  }
}
