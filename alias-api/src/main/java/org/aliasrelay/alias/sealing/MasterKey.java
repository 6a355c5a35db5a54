package org.aliasrelay.alias.sealing;

/** Wraps the data keys of accounts. Asked seldom: {@link DataKeys} keeps what it unwrapped. */
public interface MasterKey {
  /** Encrypts a data key, so that it can be opened with the same associated data only. */
  byte[] wrap(byte[] dataKey, byte[] associatedData);

  /**
   * Decrypts what {@link #wrap} gave.
   *
   * @throws SealBroken if the key or the associated data is another
   */
  byte[] unwrap(byte[] wrapped, byte[] associatedData);
}
