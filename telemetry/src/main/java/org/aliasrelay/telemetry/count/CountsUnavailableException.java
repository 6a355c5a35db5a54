package org.aliasrelay.telemetry.count;

/** The counts cannot be reached now. */
public class CountsUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param cause its class is kept and its text is not
   */
  public CountsUnavailableException(Throwable cause) {
    super("the counts cannot be reached: " + cause.getClass().getSimpleName());
  }
}
