package org.aliasrelay.forward.deliver;

import org.aliasrelay.alias.contract.EmailAddress;

/** What became of the stored message. */
sealed interface Composition {

  /**
   * A message that can be sent.
   *
   * @param kind to the owner, or from the owner
   * @param from the From address
   * @param recipient the one envelope recipient
   * @param message header and body
   */
  @SuppressWarnings("ArrayRecordComponent") // Up to 29 MB that nobody compares or copies.
  record Ready(Kind kind, EmailAddress from, EmailAddress recipient, byte[] message)
      implements Composition {}

  /** It must not be sent, ever. */
  record Impossible(RefuseReason reason) implements Composition {}

  /** Which way the message goes. */
  enum Kind {
    FORWARD,
    REPLY
  }
}
