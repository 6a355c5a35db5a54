package org.aliasrelay.forward.rewrite;

/** A header beyond the bounds of {@link HeaderReader}. */
public class HeaderTooLargeException extends Exception {
  private static final long serialVersionUID = 1L;

  HeaderTooLargeException() {
    super("header too large");
  }
}
