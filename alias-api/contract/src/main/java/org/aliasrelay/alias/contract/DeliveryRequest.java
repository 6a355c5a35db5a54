package org.aliasrelay.alias.contract;

import java.util.List;

/**
 * {@code POST /internal/deliveries}: what the forwarder needs to rewrite one mail for one
 * recipient. Reverse aliases for {@code from}, {@code replyTo} and {@code others} are created as
 * needed.
 *
 * @param mailId the mail the token was issued for; a token for another mail is refused
 * @param token from {@link Route}
 * @param from mailboxes of the message's From field (RFC 5322, section 3.6.2)
 * @param replyTo mailboxes of its Reply-To field, at most {@value #MAX_REPLY_TO}
 * @param others mailboxes of To and Cc, at most {@value #MAX_OTHERS}; the alias itself may be among
 *     them and gets no entry
 * @param authenticated whether DMARC passed, or its absence was made good by an aligned SPF or DKIM
 *     pass; without it a reply is refused, and no list of allowed senders lets the mail in
 * @param listMail whether a list or a bulk sender sent it: List-* fields (RFC 2369, RFC 2919) or
 *     Precedence bulk, list or junk
 * @param automatic whether a program answered (RFC 3834, section 5), or the sender is the null
 *     sender
 * @param receipt whether it says that a mail was read (RFC 8098): those are not held to be absence
 *     notes, of which a contact gets one a day; false in a request of an older version
 */
public record DeliveryRequest(
    String mailId,
    RouteToken token,
    List<EmailAddress> from,
    List<EmailAddress> replyTo,
    List<EmailAddress> others,
    boolean authenticated,
    boolean listMail,
    boolean automatic,
    boolean receipt) {
  /** Reply-To mailboxes that get a reverse alias each; more are ignored. */
  public static final int MAX_REPLY_TO = 5;

  /** To and Cc mailboxes that get a reverse alias each; more are shown as text. */
  public static final int MAX_OTHERS = 100;

  /** Copies the lists, so that a request cannot change under way. */
  public DeliveryRequest {
    from = List.copyOf(from);
    replyTo = List.copyOf(replyTo);
    others = List.copyOf(others);
  }
}
