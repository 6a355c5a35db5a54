package org.aliasrelay.alias.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import com.google.crypto.tink.daead.PredefinedDeterministicAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;

/** The three local keys: one wraps data keys, one makes look-up hashes, one seals route tokens. */
final class Keyset {
  private static final String MASTER = "master";
  private static final String LOOKUP = "lookup";
  private static final String TOKENS = "tokens";
  private static final byte[] CHECK_CONTEXT = "key-check".getBytes(StandardCharsets.UTF_8);

  static {
    try {
      AeadConfig.register();
      DeterministicAeadConfig.register();
      PrfConfig.register();
    } catch (GeneralSecurityException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Map<String, KeysetHandle> handles;
  private final Aead masterKey;
  private final PrfSet lookupKey;
  private final DeterministicAead tokenKey;

  private Keyset(Map<String, KeysetHandle> handles) throws GeneralSecurityException {
    this.handles = handles;
    this.masterKey = primitive(handles, MASTER, Aead.class);
    this.lookupKey = primitive(handles, LOOKUP, PrfSet.class);
    this.tokenKey = primitive(handles, TOKENS, DeterministicAead.class);
  }

  static Keyset generate() throws GeneralSecurityException {
    Map<String, KeysetHandle> handles = new LinkedHashMap<>();
    for (Map.Entry<String, Parameters> key :
        Map.<String, Parameters>of(
                MASTER, PredefinedAeadParameters.AES256_GCM,
                LOOKUP, PredefinedPrfParameters.HMAC_SHA256_PRF,
                TOKENS, PredefinedDeterministicAeadParameters.AES256_SIV)
            .entrySet()) {
      handles.put(key.getKey(), KeysetHandle.generateNew(key.getValue()));
    }
    return new Keyset(handles);
  }

  /** Reads keysets by their names, each in Tink's JSON form. */
  static Keyset parse(Map<String, String> json) throws GeneralSecurityException {
    Map<String, KeysetHandle> handles = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : json.entrySet()) {
      handles.put(
          entry.getKey(),
          TinkJsonProtoKeysetFormat.parseKeyset(entry.getValue(), InsecureSecretKeyAccess.get()));
    }
    return new Keyset(handles);
  }

  Map<String, String> toJson() throws GeneralSecurityException {
    Map<String, String> json = new LinkedHashMap<>();
    for (Map.Entry<String, KeysetHandle> entry : handles.entrySet()) {
      json.put(
          entry.getKey(),
          TinkJsonProtoKeysetFormat.serializeKeyset(
              entry.getValue(), InsecureSecretKeyAccess.get()));
    }
    return json;
  }

  Aead masterKey() {
    return masterKey;
  }

  PrfSet lookupKey() {
    return lookupKey;
  }

  DeterministicAead tokenKey() {
    return tokenKey;
  }

  /** A value to keep in the database, by which {@link #passes} knows this keyset again. */
  byte[] check() throws GeneralSecurityException {
    return masterKey.encrypt(lookupKey.computePrimary(CHECK_CONTEXT, 32), CHECK_CONTEXT);
  }

  /** Whether a check was made by this keyset: by its master key and by its look-up key. */
  boolean passes(byte[] check) {
    try {
      byte[] expected = lookupKey.computePrimary(CHECK_CONTEXT, 32);
      return MessageDigest.isEqual(masterKey.decrypt(check, CHECK_CONTEXT), expected);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static <P> P primitive(Map<String, KeysetHandle> handles, String name, Class<P> primitive)
      throws GeneralSecurityException {
    KeysetHandle handle = handles.get(name);
    if (handle == null) {
      throw new GeneralSecurityException("the keyset has no key named " + name);
    }
    return handle.getPrimitive(RegistryConfiguration.get(), primitive);
  }
}
