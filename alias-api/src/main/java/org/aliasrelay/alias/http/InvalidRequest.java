package org.aliasrelay.alias.http;

/** A request whose parts are readable and make no sense. The message is shown to the client. */
public final class InvalidRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message a constant sentence that repeats nothing of the request
   */
  public InvalidRequest(String message) {
    super(message);
  }
}
