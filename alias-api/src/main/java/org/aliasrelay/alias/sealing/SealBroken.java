package org.aliasrelay.alias.sealing;

import java.security.GeneralSecurityException;

/** Sealed bytes were changed or moved, or the key is not the one that sealed them. */
public final class SealBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SealBroken(GeneralSecurityException cause) {
    super("a seal is broken", cause);
  }
}
