package org.aliasrelay.forward.take;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.aliasrelay.forward.ledger.DeliveryKey;
import org.aliasrelay.forward.ledger.DeliveryLedger;
import org.aliasrelay.forward.ledger.LedgerUnavailableException;
import org.aliasrelay.ingest.contract.DeliveryEvent;
import org.aliasrelay.queue.Disposition;
import org.aliasrelay.queue.QueueConsumer;
import org.aliasrelay.queue.QueueMessage;
import org.aliasrelay.queue.Reading;
import org.aliasrelay.queue.WireMessages;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Queue {@code delivery-events}: what SES took goes into the ledger, whoever was killed meanwhile.
 */
@ApplicationScoped
class DeliveryEventsConsumer {
  private final QueueConsumer consumer;
  private final WireMessages messages;
  private final DeliveryLedger ledger;
  private final Clock clock;

  DeliveryEventsConsumer(
      QueueConsumer consumer, WireMessages messages, DeliveryLedger ledger, Clock clock) {
    this.consumer = consumer;
    this.messages = messages;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Incoming("delivery-events")
  @RunOnVirtualThread
  void receive(Message message) {
    consumer.consume(message, this::handle);
  }

  Disposition handle(QueueMessage message) {
    return switch (messages.read(message.body(), DeliveryEvent.class, DeliveryEvent.VERSION)) {
      case Reading.Understood<DeliveryEvent>(DeliveryEvent event) -> record(event);
      case Reading.Unreadable<DeliveryEvent>(String reason) -> new Disposition.Poison(reason);
    };
  }

  private Disposition record(DeliveryEvent event) {
    Optional<DeliveryKey> key = DeliveryKey.parse(event.delivery());
    if (key.isEmpty()) {
      return new Disposition.Poison("no delivery key");
    }
    try {
      ledger.evidence(key.get(), event.sesMessageId(), clock.instant());
      return new Disposition.Done();
    } catch (LedgerUnavailableException e) {
      return new Disposition.Unavailable("PostgreSQL");
    }
  }
}
