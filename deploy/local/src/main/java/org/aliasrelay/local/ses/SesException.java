package org.aliasrelay.local.ses;

/**
 * SES refuses. The text goes to the client, as SES words it, and may name an address as SES does;
 * it is never logged here.
 */
final class SesException extends Exception {
  private static final long serialVersionUID = 1L;

  private final SesError error;

  SesException(SesError error, String text) {
    super(text);
    this.error = error;
  }

  SesError error() {
    return error;
  }
}
