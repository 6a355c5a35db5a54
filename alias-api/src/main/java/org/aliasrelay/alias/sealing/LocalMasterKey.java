package org.aliasrelay.alias.sealing;

import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;

/**
 * The master key of a machine without a key service: AES-256-GCM with a key from the keyset file.
 */
@ApplicationScoped
class LocalMasterKey implements MasterKey {
  private final Aead key;

  LocalMasterKey(Keyset keyset) {
    this.key = keyset.masterKey();
  }

  @Override
  public byte[] wrap(byte[] dataKey, byte[] associatedData) {
    try {
      return key.encrypt(dataKey, associatedData);
    } catch (GeneralSecurityException e) {
      throw new SealBroken(e);
    }
  }

  @Override
  public byte[] unwrap(byte[] wrapped, byte[] associatedData) {
    try {
      return key.decrypt(wrapped, associatedData);
    } catch (GeneralSecurityException e) {
      throw new SealBroken(e);
    }
  }
}
