package org.aliasrelay.local.ses;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.aliasrelay.local.message.HeaderField;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a raw message or refuses it, as SES does, and delivers what it has taken. */
final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private static final int MAX_RECIPIENTS = 50;

  /**
   * EICAR's test file, which every virus scanner knows; in two halves so that none finds it here.
   */
  private static final String VIRUS = "$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

  private final String mailDomain;
  private final Quota quota;
  private final Journal journal;
  private final SesEvents events;
  private final Providers providers;
  private final SuppressionList suppressed;
  private final Clock clock;

  Outbox(
      String mailDomain,
      Quota quota,
      Journal journal,
      SesEvents events,
      Providers providers,
      SuppressionList suppressed,
      Clock clock) {
    this.mailDomain = mailDomain;
    this.quota = quota;
    this.journal = journal;
    this.events = events;
    this.providers = providers;
    this.suppressed = suppressed;
    this.clock = clock;
  }

  /** Returns the id of SES when the message has been delivered to all. */
  String send(SendRequest request) throws SesException {
    quota.failIfAsked();
    MessageRules.check(request.message(), request.api());
    Address source = source(request);
    List<Address> recipients = recipients(request);
    quota.take(recipients.size());
    var now = clock.instant();
    String sesId =
        "0100%012x-%s-000000"
            .formatted(now.toEpochMilli(), UUID.randomUUID().toString().toLowerCase(Locale.ROOT));
    var send = new AcceptedSend(sesId, request, source, recipients, now);
    deliver(send);
    journal.accepted(sesId, now, request.tags(), recipients.size());
    return sesId;
  }

  private Address source(SendRequest request) throws SesException {
    var senders = new ArrayList<Address>();
    if (request.message().fields("From").findAny().isEmpty()) {
      throw new SesException(SesError.BAD_REQUEST, "Missing required header 'From'.");
    }
    for (String name : List.of("From", "Sender")) {
      for (HeaderField field : request.message().fields(name).toList()) {
        senders.addAll(Address.parseAll(field.value()));
      }
    }
    if (senders.isEmpty()) {
      throw new SesException(SesError.BAD_REQUEST, "Missing required header 'From'.");
    }
    if (request.from().isPresent()) {
      senders.addAll(0, Address.parseAll(request.from().get()));
    }
    for (Address sender : senders) {
      if (!isVerified(sender)) {
        throw new SesException(
            SesError.MESSAGE_REJECTED,
            "Email address is not verified. The following identities failed the check in region"
                + " US-EAST-1: "
                + sender.value());
      }
    }
    return senders.getFirst();
  }

  /** A verified domain covers its subdomains. */
  private boolean isVerified(Address sender) {
    return sender.domain().equals(mailDomain) || sender.domain().endsWith("." + mailDomain);
  }

  private static List<Address> recipients(SendRequest request) throws SesException {
    var recipients = new LinkedHashSet<Address>();
    for (String destination : request.destinations()) {
      recipients.addAll(Address.parseAll(destination));
    }
    if (request.destinations().isEmpty()) {
      for (String name : List.of("To", "Cc", "Bcc")) {
        for (HeaderField field : request.message().fields(name).toList()) {
          recipients.addAll(Address.parseAll(field.value()));
        }
      }
    }
    if (recipients.isEmpty()) {
      throw new SesException(SesError.BAD_REQUEST, "Missing required parameter 'Destination'.");
    }
    if (recipients.size() > MAX_RECIPIENTS) {
      throw new SesException(
          SesError.MESSAGE_REJECTED, "Recipient count exceeds " + MAX_RECIPIENTS + ".");
    }
    return List.copyOf(recipients);
  }

  private void deliver(AcceptedSend send) throws SesException {
    if (contains(send.request().message().bytes(), VIRUS.getBytes(StandardCharsets.US_ASCII))) {
      events.sent(send);
      events.rejected(send);
      return;
    }
    var headers = new OutgoingHeaders(send.sesId(), mailDomain, send.at());
    var message = send.request().message();
    byte[] content = message.under(headers.over(message.fields()));
    Map<Address, SimulatedOutcome> outcomes = new LinkedHashMap<>();
    for (Address recipient : send.recipients()) {
      outcomes.put(recipient, outcome(recipient));
    }
    // Whoever hears of a send believes that the mail is kept, and keeps it no more.
    for (Map.Entry<Address, SimulatedOutcome> one : outcomes.entrySet()) {
      if (arrives(one.getKey(), one.getValue())) {
        hand(send, headers.returnPath(), one.getKey(), content);
      }
    }
    events.sent(send);
    outcomes.forEach((recipient, outcome) -> tell(send, recipient, outcome));
  }

  private static boolean arrives(Address recipient, SimulatedOutcome outcome) {
    return outcome == SimulatedOutcome.DELIVERED
        || (outcome == SimulatedOutcome.COMPLAINED && !SimulatedOutcome.isSimulator(recipient));
  }

  private void tell(AcceptedSend send, Address recipient, SimulatedOutcome outcome) {
    switch (outcome) {
      case DELIVERED, SWALLOWED -> {}
      case BOUNCED -> {
        suppress(recipient, send.at());
        events.bounced(send, recipient);
      }
      case NOT_TAKEN -> events.notTaken(send, recipient);
      case COMPLAINED -> events.complained(send, recipient);
      case SUPPRESSED -> events.suppressed(send, recipient);
    }
  }

  private SimulatedOutcome outcome(Address recipient) {
    return suppressed.has(recipient)
        ? SimulatedOutcome.SUPPRESSED
        : quota.settings().outcome(recipient);
  }

  /** SES leaves the addresses of its simulator off the list. */
  private void suppress(Address recipient, Instant now) {
    if (!SimulatedOutcome.isSimulator(recipient)) {
      suppressed.add(recipient.value(), SuppressionReason.BOUNCE, now);
    }
  }

  private void hand(AcceptedSend send, String returnPath, Address recipient, byte[] content)
      throws SesException {
    try {
      providers.deliver(returnPath, recipient, content);
    } catch (IOException e) {
      LOG.warn("mailId={} outcome=failed reason={}", send.sesId(), e.getClass().getName());
      throw new SesException(SesError.SERVICE_UNAVAILABLE, "Not delivered; try again.");
    }
  }

  private static boolean contains(byte[] bytes, byte[] wanted) {
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      if (bytes[i] == wanted[0]
          && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }
}
