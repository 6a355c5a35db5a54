package org.aliasrelay.alias.sealing;

import java.nio.file.Path;

/** The service must not start: with another keyset it could not read what it has stored. */
public final class KeysetUnusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeysetUnusable(Path file, String what) {
    super("The keyset file " + file + " (relay.keyset.file) " + what + ".");
  }
}
