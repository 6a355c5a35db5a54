package org.aliasrelay.telemetry.consume;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.aliasrelay.queue.QueueConsumer;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import software.amazon.awssdk.services.sqs.model.Message;

/** Takes from the queue {@code relay-events}. */
@ApplicationScoped
public class RelayEventsConsumer {
  private final QueueConsumer consumer;
  private final RelayEvents relayEvents;

  RelayEventsConsumer(QueueConsumer consumer, RelayEvents relayEvents) {
    this.consumer = consumer;
    this.relayEvents = relayEvents;
  }

  @Incoming("relay-events")
  @RunOnVirtualThread
  void receive(Message message) {
    consumer.consume(message, relayEvents);
  }
}
