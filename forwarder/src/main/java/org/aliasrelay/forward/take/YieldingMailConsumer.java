package org.aliasrelay.forward.take;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.aliasrelay.forward.deliver.Place;
import org.aliasrelay.forward.deliver.Places;
import org.aliasrelay.forward.pace.PaceConfig;
import org.aliasrelay.queue.Disposition;
import org.aliasrelay.queue.QueueConsumer;
import org.aliasrelay.queue.QueueMessage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Queue {@code yielding-mail}: a few at a time, so that other mail finds the processor, the
 * database and SES nearly free, however many wait here.
 */
@ApplicationScoped
class YieldingMailConsumer {
  private final QueueConsumer consumer;
  private final AcceptedMailConsumer mail;
  private final Places places;

  YieldingMailConsumer(QueueConsumer consumer, AcceptedMailConsumer mail, PaceConfig config) {
    this.consumer = consumer;
    this.mail = mail;
    this.places = new Places(config.yieldingAtOnce());
  }

  @Incoming("yielding-mail")
  @RunOnVirtualThread
  void receive(Message message) {
    consumer.consume(message, this::handle);
  }

  /** What waits for a dependency does so without a place. */
  private Disposition handle(QueueMessage message) throws InterruptedException {
    Optional<Place> place = places.take();
    if (place.isEmpty()) {
      return new Disposition.RetryAfter(Duration.ZERO);
    }
    try (Place taken = place.get()) {
      return mail.handle(message, taken);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    places.close();
  }
}
