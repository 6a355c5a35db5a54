package org.aliasrelay.alias.sealing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;

/** The data keys of accounts: made, wrapped by the master key, and kept unwrapped for minutes. */
@ApplicationScoped
public class DataKeys {
  private final MasterKey masterKey;
  private final Cache<AccountId, AccountSeal> unwrapped;

  DataKeys(MasterKey masterKey, DataKeysConfig config) {
    this.masterKey = masterKey;
    this.unwrapped =
        Caffeine.newBuilder()
            .expireAfterWrite(config.keepFor())
            .maximumSize(config.atMost())
            .build();
  }

  /** Makes a data key for a new account, and gives it in its wrapped form. */
  public byte[] create(AccountId account) {
    try {
      KeysetHandle key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
      byte[] bytes = TinkProtoKeysetFormat.serializeKeyset(key, InsecureSecretKeyAccess.get());
      return masterKey.wrap(bytes, owner(account));
    } catch (GeneralSecurityException e) {
      throw new SealBroken(e);
    }
  }

  /**
   * The seal of an account.
   *
   * @param wrappedKey asked for only if the key is not in memory
   */
  public AccountSeal sealOf(AccountId account, Supplier<byte[]> wrappedKey) {
    AccountSeal known = unwrapped.getIfPresent(account);
    if (known != null) {
      return known;
    }
    // Not loaded inside the cache: that would hold a lock over a call of the master key.
    AccountSeal seal = unwrap(account, wrappedKey.get());
    unwrapped.put(account, seal);
    return seal;
  }

  private AccountSeal unwrap(AccountId account, byte[] wrappedKey) {
    try {
      byte[] bytes = masterKey.unwrap(wrappedKey, owner(account));
      KeysetHandle key = TinkProtoKeysetFormat.parseKeyset(bytes, InsecureSecretKeyAccess.get());
      return new AccountSeal(key.getPrimitive(RegistryConfiguration.get(), Aead.class), account);
    } catch (GeneralSecurityException e) {
      throw new SealBroken(e);
    }
  }

  private static byte[] owner(AccountId account) {
    return ("data-key/" + account.value()).getBytes(StandardCharsets.UTF_8);
  }
}
