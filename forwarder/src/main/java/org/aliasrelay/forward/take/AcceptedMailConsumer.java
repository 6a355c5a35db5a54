package org.aliasrelay.forward.take;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.aliasrelay.forward.deliver.Delivery;
import org.aliasrelay.forward.deliver.Place;
import org.aliasrelay.ingest.contract.AcceptedMail;
import org.aliasrelay.queue.Disposition;
import org.aliasrelay.queue.QueueConsumer;
import org.aliasrelay.queue.QueueMessage;
import org.aliasrelay.queue.Reading;
import org.aliasrelay.queue.WireMessages;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import software.amazon.awssdk.services.sqs.model.Message;

/** Queue {@code accepted-mail}. */
@ApplicationScoped
class AcceptedMailConsumer {
  private final QueueConsumer consumer;
  private final WireMessages messages;
  private final Delivery delivery;
  private final Dispositions dispositions;

  AcceptedMailConsumer(
      QueueConsumer consumer, WireMessages messages, Delivery delivery, Dispositions dispositions) {
    this.consumer = consumer;
    this.messages = messages;
    this.delivery = delivery;
    this.dispositions = dispositions;
  }

  @Incoming("accepted-mail")
  @RunOnVirtualThread
  void receive(Message message) {
    consumer.consume(message, this::handle);
  }

  private Disposition handle(QueueMessage message) throws InterruptedException {
    return handle(message, Place.ANY);
  }

  Disposition handle(QueueMessage message, Place place) throws InterruptedException {
    return switch (messages.read(
        message.body(), AcceptedMail.class, AcceptedMail.OLDEST_VERSION, AcceptedMail.VERSION)) {
      case Reading.Understood<AcceptedMail>(AcceptedMail mail) ->
          dispositions.of(delivery.deliver(mail, place));
      case Reading.Unreadable<AcceptedMail>(String reason) -> new Disposition.Poison(reason);
    };
  }
}
