package org.aliasrelay.forward.ledger;

import java.util.HexFormat;

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
    if (hex.length() != LENGTH) {
      throw new IllegalArgumentException("a delivery key has 64 hexadecimal digits");
    }
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** Half of it: names the delivery to SES and to telemetry. */
  public String tag() {
    return hex.substring(0, TAG_LENGTH);
  }
}
