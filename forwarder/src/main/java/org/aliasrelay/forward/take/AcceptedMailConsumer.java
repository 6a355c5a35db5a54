package org.aliasrelay.forward.take;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.aliasrelay.forward.deliver.Delivery;
import org.aliasrelay.forward.deliver.Outcome;
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
  /** A lease has ended for certain a moment after its end. */
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final QueueConsumer consumer;
  private final WireMessages messages;
  private final Delivery delivery;
  private final MeterRegistry meters;
  private final Clock clock;

  AcceptedMailConsumer(
      QueueConsumer consumer,
      WireMessages messages,
      Delivery delivery,
      MeterRegistry meters,
      Clock clock) {
    this.consumer = consumer;
    this.messages = messages;
    this.delivery = delivery;
    this.meters = meters;
    this.clock = clock;
  }

  @Incoming("accepted-mail")
  @RunOnVirtualThread
  void receive(Message message) {
    consumer.consume(message, this::handle);
  }

  Disposition handle(QueueMessage message) throws InterruptedException {
    return switch (messages.read(message.body(), AcceptedMail.class, AcceptedMail.VERSION)) {
      case Reading.Understood<AcceptedMail>(AcceptedMail mail) -> act(delivery.deliver(mail));
      case Reading.Unreadable<AcceptedMail>(String reason) -> new Disposition.Poison(reason);
    };
  }

  private Disposition act(Outcome outcome) {
    meters.counter("relay.deliveries", "outcome", outcome.getClass().getSimpleName()).increment();
    return switch (outcome) {
      case Outcome.Finished() -> new Disposition.Done();
      case Outcome.NotBefore(Instant when) ->
          new Disposition.RetryAfter(Duration.between(clock.instant(), when).plus(A_MOMENT));
      case Outcome.Waiting(String dependency) -> new Disposition.Unavailable(dependency);
    };
  }
}
