package org.aliasrelay.alias.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Names accounts for the queue in front of SES: always the same name for the same account, and
 * nobody without the keys can tell which account it is.
 */
@ApplicationScoped
public class Lanes {
  /** 128 bits: enough that no two accounts share a lane. */
  private static final int BYTES = 16;

  private final Fingerprints fingerprints;

  Lanes(Fingerprints fingerprints) {
    this.fingerprints = fingerprints;
  }

  /** The lane of an account: 32 hexadecimal digits. */
  public String of(AccountId account) {
    return HexFormat.of().formatHex(Arrays.copyOf(fingerprints.ofLane(account).bytes(), BYTES));
  }
}
