package org.aliasrelay.local.door;

import java.util.List;

/**
 * What SMTP says about a message beside its content (RFC 5321, section 2.3.1). Prints no address.
 *
 * @param sender empty for the null sender
 * @param helo what the client calls itself
 * @param client the client's IP address
 */
public record Envelope(String sender, List<String> recipients, String helo, String client) {
  public Envelope {
    recipients = List.copyOf(recipients);
  }

  /** The sender as SES writes it in a notification. */
  String returnPath() {
    return sender.isEmpty() ? "<>" : sender;
  }

  @Override
  public String toString() {
    return "Envelope[" + recipients.size() + " recipients]";
  }
}
