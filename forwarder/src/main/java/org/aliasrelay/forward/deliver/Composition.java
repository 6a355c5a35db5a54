package org.aliasrelay.forward.deliver;

import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.LossReason;
import org.aliasrelay.forward.ledger.SendKind;

/** What became of the stored message. */
sealed interface Composition {

  /**
   * A message that can be sent.
   *
   * @param from the From address
   * @param recipient the one envelope recipient
   * @param lane stands for the owner where mail queues up for SES
   * @param probe whether SES's suppression list must forget the recipient first
   * @param message header and body
   * @param trackersRemoved from the body, as its owner wishes
   */
  @SuppressWarnings("ArrayRecordComponent") // Up to 29 MB that nobody compares or copies.
  record Ready(
      SendKind kind,
      EmailAddress from,
      EmailAddress recipient,
      String lane,
      boolean probe,
      byte[] message,
      int trackersRemoved)
      implements Composition {

    /** A message whose body nobody has wishes for. */
    Ready(
        SendKind kind,
        EmailAddress from,
        EmailAddress recipient,
        String lane,
        boolean probe,
        byte[] message) {
      this(kind, from, recipient, lane, probe, message, 0);
    }
  }

  /** It must not be sent, ever. */
  record Impossible(LossReason reason) implements Composition {}

  /**
   * There is nobody to tell: the alias is gone, or it is a notice of ours that came round and would
   * be the reason for the next.
   */
  record Orphaned() implements Composition {}
}
