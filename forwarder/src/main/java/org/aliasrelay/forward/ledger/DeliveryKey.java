package org.aliasrelay.forward.ledger;

import java.util.HexFormat;
import java.util.Optional;

/**
 * One mail for one recipient, as a keyed hash.
 *
 * @param hex HMAC-SHA-256, 64 hexadecimal digits
 */
public record DeliveryKey(String hex) {
  private static final int LENGTH = 64;
  private static final int TAG_LENGTH = 32;

  /**
   * @throws IllegalArgumentException unless there are 64 digits
   */
  public DeliveryKey {
    if (hex.length() != LENGTH || !hex.chars().allMatch(DeliveryKey::isDigit)) {
      throw new IllegalArgumentException("a delivery key has 64 hexadecimal digits");
    }
  }

  /** Reads a key that came from outside. */
  public static Optional<DeliveryKey> parse(String hex) {
    boolean isOne = hex.length() == LENGTH && hex.chars().allMatch(DeliveryKey::isDigit);
    return isOne ? Optional.of(new DeliveryKey(hex)) : Optional.empty();
  }

  private static boolean isDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** Half of it: names the delivery to telemetry. */
  public String tag() {
    return hex.substring(0, TAG_LENGTH);
  }
}
