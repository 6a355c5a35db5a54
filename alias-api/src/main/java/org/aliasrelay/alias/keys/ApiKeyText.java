package org.aliasrelay.alias.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * An API key: {@code ar_} (so that leak scanners know it) and 256 random bits in URL-safe Base64.
 * Being random through and through it needs no slow hash and no salt.
 */
final class ApiKeyText {
  static final String PREFIX = "ar_";
  private static final int RANDOM_BYTES = 32;

  private final String text;

  private ApiKeyText(String text) {
    this.text = text;
  }

  static ApiKeyText random(SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return new ApiKeyText(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  static ApiKeyText of(String text) {
    return new ApiKeyText(text);
  }

  /** The key itself, to be shown once. */
  String reveal() {
    return text;
  }

  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "[api key]";
  }
}
