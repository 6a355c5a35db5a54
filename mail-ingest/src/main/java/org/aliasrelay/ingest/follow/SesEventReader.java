package org.aliasrelay.ingest.follow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.ingest.contract.DeliveryEvent;
import org.aliasrelay.ingest.contract.MailId;

/**
 * Reads what a configuration set publishes. The tags alone say whose send it was; addresses are
 * never read. Fields it does not know are passed over, since Amazon adds some. It never throws.
 */
@Singleton
final class SesEventReader {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** SES sends this sentence, and no JSON, when an event destination is made. */
  private static final String SETUP = "Successfully validated SNS topic";

  /** Reads one event, which must be verified. */
  EventReading read(String text) {
    try {
      if (text.startsWith(SETUP)) {
        return new EventReading.OfNoConcern();
      }
      JsonNode event = JSON.readTree(text);
      return event.isObject() ? read(event) : new EventReading.Malformed();
    } catch (JsonProcessingException e) {
      return new EventReading.Malformed();
    }
  }

  private static EventReading read(JsonNode event) {
    JsonNode mail = event.path("mail");
    // Notifications of an identity have this in place of eventType, and no tags.
    boolean isEvent = event.path("eventType").isTextual();
    if (!isEvent && !event.path("notificationType").isTextual()) {
      return new EventReading.Malformed();
    }
    return isEvent
        ? what(event)
            .flatMap(what -> ours(mail, what))
            .<EventReading>map(EventReading.Ours::new)
            .orElseGet(EventReading.OfNoConcern::new)
        : new EventReading.OfNoConcern();
  }

  private static Optional<SendEvent> ours(JsonNode mail, SendEvent.What what) {
    String delivery = tag(mail, "delivery");
    int attempt = number(tag(mail, "attempt"));
    String id = mail.path("messageId").asText();
    if (!DeliveryEvent.names(delivery, attempt, id)) {
      return Optional.empty();
    }
    return Optional.of(new SendEvent(id, delivery, attempt, subject(mail), what));
  }

  private static Optional<SendEvent.Subject> subject(JsonNode mail) {
    try {
      String id = new MailId(tag(mail, "mail")).value();
      String route = new RouteToken(tag(mail, "route")).value();
      return Optional.of(new SendEvent.Subject(id, route));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<SendEvent.What> what(JsonNode event) {
    return switch (event.path("eventType").asText()) {
      case "Send", "Delivery", "DeliveryDelay" -> Optional.of(SendEvent.What.TAKEN);
      case "Reject" -> Optional.of(SendEvent.What.REJECTED);
      case "Bounce" -> Optional.of(BounceReader.read(event.path("bounce")));
      case "Complaint" -> Optional.of(ComplaintReader.read(event.path("complaint")));
      default -> Optional.empty();
    };
  }

  /** Each tag has a list of values; ours have one. */
  private static String tag(JsonNode mail, String name) {
    return mail.path("tags").path(name).path(0).asText();
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
