package org.aliasrelay.local;

/** The local cloud cannot start; the message is the one line shown to the person who started it. */
final class StartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StartException(String message) {
    super(message);
  }

  StartException(String message, Throwable cause) {
    super(message, cause);
  }
}
