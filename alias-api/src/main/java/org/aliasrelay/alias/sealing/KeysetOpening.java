package org.aliasrelay.alias.sealing;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Opens the keyset at the start, or stops the start. */
final class KeysetOpening {
  @Produces
  @Singleton
  @Startup
  static Keyset open(KeysetConfig config, KeyChecks checks) throws GeneralSecurityException {
    KeysetFile file = new KeysetFile(config.file());
    Optional<byte[]> check = checks.stored();
    Keyset keyset = file.open(check, checks.inUse());
    if (check.isEmpty()) {
      checks.store(keyset.check());
      return file.open(checks.stored(), false);
    }
    return keyset;
  }
}
