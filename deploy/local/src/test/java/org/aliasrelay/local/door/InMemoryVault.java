package org.aliasrelay.local.door;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A vault in the heap, or one that is down for writing. */
final class InMemoryVault implements Vault {
  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  private volatile boolean down;

  void goDown() {
    down = true;
  }

  Map<String, byte[]> objects() {
    return objects;
  }

  @Override
  public void put(StoredObject object, byte[] message) throws VaultUnavailableException {
    // As after a timeout: the object has arrived, but nobody knows.
    objects.put(object.key(), message);
    if (down) {
      throw new VaultUnavailableException(new IllegalStateException("down"));
    }
  }

  @Override
  public void delete(StoredObject object) {
    objects.remove(object.key());
  }
}
