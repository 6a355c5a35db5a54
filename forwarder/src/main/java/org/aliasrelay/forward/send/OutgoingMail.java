package org.aliasrelay.forward.send;

import java.time.Instant;
import org.aliasrelay.alias.contract.EmailAddress;

/**
 * A message ready to be sent.
 *
 * @param from the From address, on the relay domain
 * @param recipient the one envelope recipient
 * @param delivery names the delivery in SES's events
 * @param attempt the how-manieth attempt it is, from 1
 * @param reference for whom the events matter
 * @param sendBefore after this moment not a byte may leave: somebody else may have taken over
 * @param message header and body; nobody changes it any more
 */
@SuppressWarnings("ArrayRecordComponent") // Up to 29 MB that nobody compares or copies.
public record OutgoingMail(
    EmailAddress from,
    EmailAddress recipient,
    String delivery,
    int attempt,
    Reference reference,
    Instant sendBefore,
    byte[] message) {
  @Override
  public String toString() {
    return "OutgoingMail[" + delivery + "]";
  }
}
