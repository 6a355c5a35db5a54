package org.aliasrelay.forward.rewrite;

import java.io.Serial;

/**
 * A reply was made so that looking for the owner's address takes too long. Nobody knows then what
 * it holds.
 */
public final class TooCostlyException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  TooCostlyException() {
    super("looking through a text takes too long", null, false, false);
  }
}
