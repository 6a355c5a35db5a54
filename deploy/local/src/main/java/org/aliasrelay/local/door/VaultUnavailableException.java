package org.aliasrelay.local.door;

/** S3 did not do what it was asked to. */
final class VaultUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  VaultUnavailableException(Throwable cause) {
    super("S3 is not available", cause);
  }
}
