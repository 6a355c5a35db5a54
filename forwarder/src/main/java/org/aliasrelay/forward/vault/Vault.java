package org.aliasrelay.forward.vault;

import java.util.Optional;
import org.aliasrelay.ingest.contract.VaultKey;

/** Raw messages. */
public interface Vault {
  /**
   * Opens a message, or gives nothing if it is gone for good.
   *
   * @throws VaultUnavailableException if nobody can tell now
   */
  Optional<VaultObject> open(VaultKey key) throws VaultUnavailableException;

  /** Deletes a message; one that is gone already is fine. */
  void delete(VaultKey key) throws VaultUnavailableException;
}
