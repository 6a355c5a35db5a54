package org.aliasrelay.forward.take;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
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
  static final String QUEUE = "accepted-mail";

  private final QueueConsumer consumer;
  private final WireMessages messages;
  private final Delivery delivery;
  private final Dispositions dispositions;
  private final DropTiming drops;

  AcceptedMailConsumer(
      QueueConsumer consumer,
      WireMessages messages,
      Delivery delivery,
      Dispositions dispositions,
      DropTiming drops) {
    this.consumer = consumer;
    this.messages = messages;
    this.delivery = delivery;
    this.dispositions = dispositions;
    this.drops = drops;
  }

  @Incoming(QUEUE)
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
      case Reading.Understood<AcceptedMail>(AcceptedMail mail) -> handle(mail, place);
      case Reading.Unreadable<AcceptedMail>(String reason) -> new Disposition.Poison(reason);
    };
  }

  private Disposition handle(AcceptedMail mail, Place place) throws InterruptedException {
    Optional<Duration> delay = mail.dropped() ? drops.delay() : Optional.empty();
    return delay.isPresent()
        ? new Disposition.Postpone(delay.get())
        : dispositions.of(delivery.deliver(mail, place));
  }
}
