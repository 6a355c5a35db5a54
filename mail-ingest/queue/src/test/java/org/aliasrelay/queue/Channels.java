package org.aliasrelay.queue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import software.amazon.awssdk.services.sqs.model.Message;

/** Two consumers alike, but for who acknowledges: the connector, or this package. */
@Singleton
class Channels {
  final List<Message> careless = new CopyOnWriteArrayList<>();
  final List<Message> owned = new CopyOnWriteArrayList<>();
  final CountDownLatch handleIsStale = new CountDownLatch(1);

  private final QueueConsumer consumer;

  Channels(QueueConsumer consumer) {
    this.consumer = consumer;
  }

  @Incoming("careless")
  @RunOnVirtualThread
  void careless(Message message) throws InterruptedException {
    careless.add(message);
    handleIsStale.await();
  }

  @Incoming("owned")
  @RunOnVirtualThread
  void owned(Message message) {
    consumer.consume(
        message,
        m -> {
          owned.add(message);
          handleIsStale.await();
          return new Disposition.Done();
        });
  }
}
