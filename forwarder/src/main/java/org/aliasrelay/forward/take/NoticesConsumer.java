package org.aliasrelay.forward.take;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.aliasrelay.alias.contract.NoticeDue;
import org.aliasrelay.forward.deliver.NoticeDelivery;
import org.aliasrelay.queue.Disposition;
import org.aliasrelay.queue.QueueConsumer;
import org.aliasrelay.queue.QueueMessage;
import org.aliasrelay.queue.Reading;
import org.aliasrelay.queue.WireMessages;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import software.amazon.awssdk.services.sqs.model.Message;

/** Queue {@code notices}. */
@ApplicationScoped
class NoticesConsumer {
  private final QueueConsumer consumer;
  private final WireMessages messages;
  private final NoticeDelivery delivery;
  private final Dispositions dispositions;

  NoticesConsumer(
      QueueConsumer consumer,
      WireMessages messages,
      NoticeDelivery delivery,
      Dispositions dispositions) {
    this.consumer = consumer;
    this.messages = messages;
    this.delivery = delivery;
    this.dispositions = dispositions;
  }

  @Incoming("notices")
  @RunOnVirtualThread
  void receive(Message message) {
    consumer.consume(message, this::handle);
  }

  Disposition handle(QueueMessage message) throws InterruptedException {
    return switch (messages.read(message.body(), NoticeDue.class, NoticeDue.VERSION)) {
      case Reading.Understood<NoticeDue>(NoticeDue due) -> dispositions.of(delivery.deliver(due));
      case Reading.Unreadable<NoticeDue>(String reason) -> new Disposition.Poison(reason);
    };
  }
}
