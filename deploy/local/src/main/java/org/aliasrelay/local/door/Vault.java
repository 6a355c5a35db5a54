package org.aliasrelay.local.door;

/** Where received mail is put for the relay to fetch. */
interface Vault {
  void put(StoredObject object, byte[] message) throws VaultUnavailableException;

  void delete(StoredObject object) throws VaultUnavailableException;
}
