package org.aliasrelay.alias.sealing;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * Seals text with the data key of one account (AES-256-GCM). Column, account and row are part of
 * every seal, so sealed bytes copied to another row or column do not open there.
 */
public final class AccountSeal {
  private final Aead dataKey;
  private final AccountId account;

  AccountSeal(Aead dataKey, AccountId account) {
    this.dataKey = dataKey;
    this.account = account;
  }

  /** Seals text for one place. */
  public byte[] seal(SealedColumn column, Object row, String text) {
    try {
      return dataKey.encrypt(text.getBytes(StandardCharsets.UTF_8), place(column, row));
    } catch (GeneralSecurityException e) {
      throw new SealBroken(e);
    }
  }

  /** Seals text where there is some. Empty text needs no seal and gets none. */
  public byte @Nullable [] sealOptional(SealedColumn column, Object row, @Nullable String text) {
    return text == null || text.isEmpty() ? null : seal(column, row, text);
  }

  /**
   * Opens what {@link #seal} gave for the same place.
   *
   * @throws SealBroken if it was given for another
   */
  public String open(SealedColumn column, Object row, byte[] sealed) {
    try {
      return new String(dataKey.decrypt(sealed, place(column, row)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new SealBroken(e);
    }
  }

  /** Opens what {@link #sealOptional} gave. */
  public @Nullable String openOptional(SealedColumn column, Object row, byte @Nullable [] sealed) {
    return sealed == null ? null : open(column, row, sealed);
  }

  private byte[] place(SealedColumn column, Object row) {
    return (column.name() + "/" + account.value() + "/" + row).getBytes(StandardCharsets.UTF_8);
  }
}
