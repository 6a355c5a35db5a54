package org.aliasrelay.alias.sealing;

import com.google.crypto.tink.DeterministicAead;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * Seals small references so that equal input gives equal output (AES-SIV, RFC 5297), and only
 * within one context: what was sealed for one mail does not open for another.
 */
@ApplicationScoped
public class TokenSeal {
  private final DeterministicAead tokenKey;

  TokenSeal(Keyset keyset) {
    this.tokenKey = keyset.tokenKey();
  }

  /** Seals a reference for one context. */
  public byte[] seal(byte[] reference, String context) {
    try {
      return tokenKey.encryptDeterministically(reference, context(context));
    } catch (GeneralSecurityException e) {
      throw new SealBroken(e);
    }
  }

  /** Opens what {@link #seal} gave for this context; nothing if it was not. */
  public Optional<byte[]> open(byte[] sealed, String context) {
    try {
      return Optional.of(tokenKey.decryptDeterministically(sealed, context(context)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static byte[] context(String context) {
    return context.getBytes(StandardCharsets.UTF_8);
  }
}
