package org.aliasrelay.ingest.receive;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.aliasrelay.queue.QueueConsumer;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import software.amazon.awssdk.services.sqs.model.Message;

/** Takes from the queue {@code inbound-mail}. */
@ApplicationScoped
public class InboundMailConsumer {
  private final QueueConsumer consumer;
  private final InboundMail inboundMail;

  InboundMailConsumer(QueueConsumer consumer, InboundMail inboundMail) {
    this.consumer = consumer;
    this.inboundMail = inboundMail;
  }

  @Incoming("inbound-mail")
  @RunOnVirtualThread
  void receive(Message message) {
    consumer.consume(message, inboundMail);
  }
}
