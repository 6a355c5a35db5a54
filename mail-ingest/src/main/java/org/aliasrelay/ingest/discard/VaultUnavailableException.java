package org.aliasrelay.ingest.discard;

/** The vault did not confirm a deletion. It can be asked again. */
public class VaultUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param cause its class is kept and its text is not
   */
  public VaultUnavailableException(Throwable cause) {
    super("the vault did not answer: " + cause.getClass().getSimpleName());
  }
}
