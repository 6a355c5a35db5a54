package org.aliasrelay.ingest.discard;

import java.util.ArrayList;
import java.util.List;
import org.aliasrelay.ingest.contract.VaultKey;

/** A vault that remembers what it was told to delete. It can be away. */
public final class InMemoryVault implements Vault {
  private final List<VaultKey> deleted = new ArrayList<>();
  private boolean away;

  public void stop() {
    away = true;
  }

  public List<VaultKey> deleted() {
    return List.copyOf(deleted);
  }

  @Override
  public void delete(VaultKey key) throws VaultUnavailableException {
    if (away) {
      throw new VaultUnavailableException(new IllegalStateException("test"));
    }
    deleted.add(key);
  }
}
