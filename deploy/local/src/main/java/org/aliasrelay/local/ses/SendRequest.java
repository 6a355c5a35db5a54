package org.aliasrelay.local.ses;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aliasrelay.local.message.RawMessage;

/**
 * A raw send, whichever API it came by. Prints no address.
 *
 * @param from overrides the From field as the identity that sends, where given
 * @param destinations empty: the recipients are those of To, Cc and Bcc
 * @param tags each with one value
 */
record SendRequest(
    Api api,
    RawMessage message,
    Optional<String> from,
    List<String> destinations,
    Map<String, String> tags,
    Optional<String> configurationSet,
    String client) {

  /** The two APIs of SES, which differ in how large a message may be. */
  enum Api {
    V1("SendRawEmail", 10 * 1024 * 1024),
    V2("SendEmail", 40 * 1024 * 1024);

    private final String operation;
    private final long maxEncodedOctets;

    Api(String operation, long maxEncodedOctets) {
      this.operation = operation;
      this.maxEncodedOctets = maxEncodedOctets;
    }

    String operation() {
      return operation;
    }

    /** Of the message in Base64. */
    long maxEncodedOctets() {
      return maxEncodedOctets;
    }
  }

  SendRequest {
    destinations = List.copyOf(destinations);
    tags = Map.copyOf(tags);
  }

  @Override
  public String toString() {
    return "SendRequest[" + api + ", " + destinations.size() + " destinations]";
  }
}
