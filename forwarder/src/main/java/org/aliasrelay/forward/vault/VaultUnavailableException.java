package org.aliasrelay.forward.vault;

/** S3 gave no answer. */
public class VaultUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param cause a class name
   */
  public VaultUnavailableException(String cause) {
    super("the vault is unavailable: " + cause);
  }
}
