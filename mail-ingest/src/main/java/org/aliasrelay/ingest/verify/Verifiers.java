package org.aliasrelay.ingest.verify;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts the verifier of this installation together. */
@Singleton
class Verifiers {
  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  SnsVerifier verifier(SnsConfig config, Clock clock) {
    return new SnsVerifier(
        SnsTrust.from(config), new CachedSigningCertificates(new HttpSigningCertificates()), clock);
  }
}
