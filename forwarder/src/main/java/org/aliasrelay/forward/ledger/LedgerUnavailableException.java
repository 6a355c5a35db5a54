package org.aliasrelay.forward.ledger;

/** PostgreSQL did not answer. What was asked may or may not have happened. */
public class LedgerUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Wraps what the driver said; its text goes into no log. */
  public LedgerUnavailableException(Throwable cause) {
    super("the delivery ledger is unavailable", cause);
  }
}
