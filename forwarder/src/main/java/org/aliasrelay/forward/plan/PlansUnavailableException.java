package org.aliasrelay.forward.plan;

/** alias-api is away, or does not know this service: either way, mail waits. */
public class PlansUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param cause a class name or a status; never text from a response
   */
  public PlansUnavailableException(String cause) {
    super("no delivery plan: " + cause);
  }
}
