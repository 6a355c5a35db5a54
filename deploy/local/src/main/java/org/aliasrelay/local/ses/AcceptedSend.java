package org.aliasrelay.local.ses;

import java.time.Instant;
import java.util.List;

/**
 * A send that SES has taken. Prints its id only.
 *
 * @param source the identity that sends
 */
record AcceptedSend(
    String sesId, SendRequest request, Address source, List<Address> recipients, Instant at) {
  AcceptedSend {
    recipients = List.copyOf(recipients);
  }

  @Override
  public String toString() {
    return "AcceptedSend[" + sesId + "]";
  }
}
