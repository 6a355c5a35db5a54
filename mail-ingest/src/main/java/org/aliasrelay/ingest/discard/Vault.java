package org.aliasrelay.ingest.discard;

import org.aliasrelay.ingest.contract.VaultKey;

/** Where SES puts raw messages. mail-ingest never reads one. */
public interface Vault {
  /**
   * Deletes the message. One that is gone already is fine.
   *
   * @throws VaultUnavailableException if it may still be there
   */
  void delete(VaultKey key) throws VaultUnavailableException;
}
