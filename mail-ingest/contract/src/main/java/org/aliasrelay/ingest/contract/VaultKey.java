package org.aliasrelay.ingest.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where the raw message lies in the mail bucket. The bucket is each service's own setting and never
 * comes from a message.
 *
 * @param value 1 to 512 characters of {@code A-Z a-z 0-9 / _ -}: no dots, so no traversal
 */
public record VaultKey(@JsonValue String value) {
  private static final int MAX_LENGTH = 512;

  /**
   * @throws IllegalArgumentException if the text is not such a key
   */
  @JsonCreator
  public VaultKey {
    if (value.isEmpty()
        || value.length() > MAX_LENGTH
        || !value.chars().allMatch(VaultKey::isKeyCharacter)) {
      throw new IllegalArgumentException("not a vault key");
    }
  }

  private static boolean isKeyCharacter(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '/');
  }

  @Override
  public String toString() {
    return value;
  }
}
