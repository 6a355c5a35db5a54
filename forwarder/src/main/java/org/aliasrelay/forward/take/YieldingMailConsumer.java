package org.aliasrelay.forward.take;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aliasrelay.forward.deliver.Place;
import org.aliasrelay.queue.Disposition;
import org.aliasrelay.queue.QueueConsumer;
import org.aliasrelay.queue.QueueMessage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Queue {@code yielding-mail}: a few at a time, so that other mail finds the processor, the
 * database and SES nearly free, however many wait here. While there is no other mail, these few use
 * up all that the processes can do.
 */
@ApplicationScoped
class YieldingMailConsumer {
  private static final int AT_ONCE = 4;

  private final QueueConsumer consumer;
  private final AcceptedMailConsumer mail;
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  YieldingMailConsumer(QueueConsumer consumer, AcceptedMailConsumer mail) {
    this.consumer = consumer;
    this.mail = mail;
  }

  @Incoming("yielding-mail")
  @RunOnVirtualThread
  void receive(Message message) {
    consumer.consume(message, this::handle);
  }

  /** What waits for a dependency does so without a place. */
  private Disposition handle(QueueMessage message) throws InterruptedException {
    places.acquire();
    AtomicBoolean left = new AtomicBoolean();
    Place place =
        () -> {
          if (!left.getAndSet(true)) {
            places.release();
          }
        };
    try (place) {
      return mail.handle(message, place);
    }
  }
}
