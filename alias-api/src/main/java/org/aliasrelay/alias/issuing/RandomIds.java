package org.aliasrelay.alias.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Makes ids that say nothing about order or number, and that a JavaScript number can hold. */
@ApplicationScoped
public class RandomIds {
  private static final long LIMIT = 1L << 53;

  private final SecureRandom random = new SecureRandom();

  /** From 1 to 2⁵³ − 1. */
  public long next() {
    return random.nextLong(1, LIMIT);
  }
}
