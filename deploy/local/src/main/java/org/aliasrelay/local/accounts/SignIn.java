package org.aliasrelay.local.accounts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked for when it sent a person here, kept until it comes back with the code.
 *
 * @param codeChallenge of PKCE (RFC 7636, S256), or null if the client does without
 */
record SignIn(
    Person person,
    String clientId,
    String redirectUri,
    String scope,
    @Nullable String nonce,
    @Nullable String codeChallenge,
    Instant expires) {

  boolean isFor(@Nullable String redirectUri, @Nullable String codeVerifier) {
    return this.redirectUri.equals(redirectUri) && isVerifiedBy(codeVerifier);
  }

  private boolean isVerifiedBy(@Nullable String codeVerifier) {
    if (codeChallenge == null) {
      return true;
    }
    return codeVerifier != null && codeChallenge.equals(challengeOf(codeVerifier));
  }

  private static String challengeOf(String codeVerifier) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(codeVerifier.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
