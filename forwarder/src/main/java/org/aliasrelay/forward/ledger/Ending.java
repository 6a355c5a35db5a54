package org.aliasrelay.forward.ledger;

/** How a delivery can end. */
public enum Ending {
  /** SES took it; what comes after sending is still to be done. */
  SENT,
  /** It will not be sent; what comes after refusing is still to be done. */
  REFUSED,
  /** Sent or refused, and everything after that is done. */
  DONE
}
