package org.aliasrelay.local.ses;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.aliasrelay.local.message.HeaderSummary;
import org.aliasrelay.local.notify.Topic;
import org.aliasrelay.local.notify.TopicUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what a configuration set reports, one recipient an event where there is one. The
 * relay's set asks for Send, Reject, Bounce and Complaint; after Send, Delivery would tell it
 * nothing.
 */
final class SesEvents {
  private static final Logger LOG = LoggerFactory.getLogger(SesEvents.class);

  private static final String SUBJECT = "Amazon SES Email Event Notification";
  private static final String MTA = "a8-50.smtp-out.amazonses.com";

  private final Topic topic;
  private final Clock clock;

  SesEvents(Topic topic, Clock clock) {
    this.topic = topic;
    this.clock = clock;
  }

  void sent(AcceptedSend send) {
    publish(send, "Send", "send", new JsonObject());
  }

  void rejected(AcceptedSend send) {
    publish(send, "Reject", "reject", new JsonObject().put("reason", "Bad content"));
  }

  void bounced(AcceptedSend send, Address recipient) {
    bounce(send, recipient, "Permanent", "General", "5.1.1", "smtp; 550 5.1.1 user unknown");
  }

  void notTaken(AcceptedSend send, Address recipient) {
    bounce(
        send,
        recipient,
        "Transient",
        "MailboxFull",
        "4.2.2",
        "smtp; 452 4.2.2 the mailbox is over its quota");
  }

  void suppressed(AcceptedSend send, Address recipient) {
    bounce(
        send,
        recipient,
        "Permanent",
        "OnAccountSuppressionList",
        "5.1.1",
        "Amazon SES did not send the message to this address because it is on the suppression"
            + " list for your account.");
  }

  private void bounce(
      AcceptedSend send,
      Address recipient,
      String type,
      String subType,
      String status,
      String diagnostic) {
    publish(
        send,
        "Bounce",
        "bounce",
        new JsonObject()
            .put("bounceType", type)
            .put("bounceSubType", subType)
            .put(
                "bouncedRecipients",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("emailAddress", recipient.value())
                            .put("action", "failed")
                            .put("status", status)
                            .put("diagnosticCode", diagnostic)))
            .put("timestamp", now())
            .put("feedbackId", feedbackId())
            .put("reportingMTA", "dsn; " + MTA));
  }

  void complained(AcceptedSend send, Address recipient) {
    publish(
        send,
        "Complaint",
        "complaint",
        new JsonObject()
            .putNull("complaintSubType")
            .put(
                "complainedRecipients",
                new JsonArray().add(new JsonObject().put("emailAddress", recipient.value())))
            .put("timestamp", now())
            .put("feedbackId", feedbackId())
            .put("userAgent", "Amazon SES Mailbox Simulator")
            .put("complaintFeedbackType", "abuse")
            .put("arrivalDate", now()));
  }

  private void publish(AcceptedSend send, String type, String key, JsonObject details) {
    if (send.request().configurationSet().isEmpty()) {
      return;
    }
    var event = new JsonObject().put("eventType", type).put("mail", mail(send)).put(key, details);
    try {
      topic.publish(SUBJECT, event.encode());
    } catch (TopicUnavailableException e) {
      // SES gives no guarantee for events either; the mail itself is not held up.
      LOG.warn("mailId={} outcome=event-lost reason={}", send.sesId(), e.getMessage());
    }
  }

  private static JsonObject mail(AcceptedSend send) {
    var destination = new JsonArray();
    send.recipients().forEach(recipient -> destination.add(recipient.value()));
    var mail =
        new JsonObject()
            .put("timestamp", send.at().truncatedTo(ChronoUnit.MILLIS).toString())
            .put("source", send.source().value())
            .put(
                "sourceArn",
                "arn:aws:ses:us-east-1:000000000000:identity/" + send.source().domain())
            .put("sendingAccountId", "000000000000")
            .put("messageId", send.sesId())
            .put("destination", destination);
    HeaderSummary.addTo(mail, send.request().message().fields(), send.source().value());
    return mail.put("tags", tags(send));
  }

  private static JsonObject tags(AcceptedSend send) {
    var request = send.request();
    var tags =
        new JsonObject()
            .put("ses:operation", new JsonArray().add(request.api().operation()))
            .put(
                "ses:configuration-set",
                new JsonArray().add(request.configurationSet().orElseThrow()))
            .put("ses:source-ip", new JsonArray().add(request.client()))
            .put("ses:from-domain", new JsonArray().add(send.source().domain()))
            .put("ses:caller-identity", new JsonArray().add("local"));
    request.tags().forEach((name, value) -> tags.put(name, new JsonArray().add(value)));
    return tags;
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static String feedbackId() {
    return UUID.randomUUID() + "-000000";
  }
}
