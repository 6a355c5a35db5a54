package org.aliasrelay.forward.send;

import org.aliasrelay.alias.contract.EmailAddress;

/**
 * A message ready to be sent.
 *
 * @param from the From address, on the relay domain
 * @param recipient the one envelope recipient
 * @param tag names the delivery in SES's events
 * @param attempt the how-manieth attempt it is, from 1
 * @param message header and body; nobody changes it any more
 */
@SuppressWarnings("ArrayRecordComponent") // Up to 29 MB that nobody compares or copies.
public record OutgoingMail(
    EmailAddress from, EmailAddress recipient, String tag, int attempt, byte[] message) {
  @Override
  public String toString() {
    return "OutgoingMail[" + tag + "]";
  }
}
