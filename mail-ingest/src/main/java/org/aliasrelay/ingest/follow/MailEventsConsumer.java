package org.aliasrelay.ingest.follow;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.aliasrelay.queue.QueueConsumer;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import software.amazon.awssdk.services.sqs.model.Message;

/** Takes from the queue {@code mail-events}. */
@ApplicationScoped
public class MailEventsConsumer {
  private final QueueConsumer consumer;
  private final MailEvents events;

  MailEventsConsumer(QueueConsumer consumer, MailEvents events) {
    this.consumer = consumer;
    this.events = events;
  }

  @Incoming("mail-events")
  @RunOnVirtualThread
  void receive(Message message) {
    consumer.consume(message, events);
  }
}
