package org.aliasrelay.forward.take;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.aliasrelay.forward.deliver.Delivery;
import org.aliasrelay.forward.deliver.Place;
import org.aliasrelay.ingest.contract.AcceptedMail;
import org.aliasrelay.queue.Disposition;
import org.aliasrelay.queue.Listening;
import org.aliasrelay.queue.QueueConsumer;
import org.aliasrelay.queue.QueueMessage;
import org.aliasrelay.queue.Reading;
import org.aliasrelay.queue.WireMessages;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import software.amazon.awssdk.services.sqs.model.Message;

/** Queue {@code accepted-mail}. */
@ApplicationScoped
class AcceptedMailConsumer {
  private static final String QUEUE = "accepted-mail";
  private static final Duration A_WHILE = Duration.ofSeconds(15);

  private final QueueConsumer consumer;
  private final WireMessages messages;
  private final Delivery delivery;
  private final Dispositions dispositions;
  private final Listening listening;
  private final Clock clock;

  AcceptedMailConsumer(
      QueueConsumer consumer,
      WireMessages messages,
      Delivery delivery,
      Dispositions dispositions,
      Listening listening,
      Clock clock) {
    this.consumer = consumer;
    this.messages = messages;
    this.delivery = delivery;
    this.dispositions = dispositions;
    this.listening = listening;
    this.clock = clock;
  }

  @Incoming(QUEUE)
  @RunOnVirtualThread
  void receive(Message message) {
    consumer.consume(message, this::handle);
  }

  private Disposition handle(QueueMessage message) throws InterruptedException {
    return handle(message, Place.ANY);
  }

  /**
   * While mail stands in {@code accepted-mail} that nobody has looked at, one of it may be the same
   * mail, let in before it was dropped: the ledger must hear of that first (docs/adr/0012).
   */
  private boolean mayOvertake() {
    Instant now = clock.instant();
    return !listening.since(QUEUE, now).isBefore(now);
  }

  Disposition handle(QueueMessage message, Place place) throws InterruptedException {
    return switch (messages.read(
        message.body(), AcceptedMail.class, AcceptedMail.OLDEST_VERSION, AcceptedMail.VERSION)) {
      case Reading.Understood<AcceptedMail>(AcceptedMail mail) ->
          mail.dropped() && mayOvertake()
              ? new Disposition.Postpone(A_WHILE)
              : dispositions.of(delivery.deliver(mail, place));
      case Reading.Unreadable<AcceptedMail>(String reason) -> new Disposition.Poison(reason);
    };
  }
}
