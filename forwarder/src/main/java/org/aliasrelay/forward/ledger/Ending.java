package org.aliasrelay.forward.ledger;

/** How a delivery can end. */
public sealed interface Ending {
  /** SES took it; what comes after sending is still to be done. */
  record Sent(SendKind kind) implements Ending {}

  /**
   * It will not be sent; what comes after refusing is still to be done.
   *
   * @param reason as it was given to {@link DeliveryLedger#refused}
   */
  record Refused(String reason) implements Ending {}

  /**
   * It was not let in; the owner is still to be told.
   *
   * @param reason as it was given to {@link DeliveryLedger#drop}
   */
  record Dropped(String reason) implements Ending {}

  /** Sent, refused or dropped, and everything after that is done. */
  record Done() implements Ending {}
}
