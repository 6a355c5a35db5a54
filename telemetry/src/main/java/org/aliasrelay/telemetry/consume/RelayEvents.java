package org.aliasrelay.telemetry.consume;

import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.aliasrelay.queue.Disposition;
import org.aliasrelay.queue.Disposition.Done;
import org.aliasrelay.queue.Disposition.Poison;
import org.aliasrelay.queue.Disposition.Unavailable;
import org.aliasrelay.queue.MessageHandler;
import org.aliasrelay.queue.QueueMessage;
import org.aliasrelay.queue.Reading;
import org.aliasrelay.queue.WireMessages;
import org.aliasrelay.telemetry.contract.RelayEvent;
import org.aliasrelay.telemetry.count.CounterName;
import org.aliasrelay.telemetry.count.Counts;
import org.aliasrelay.telemetry.count.CountsUnavailableException;

/** Counts one event, once. */
@Singleton
class RelayEvents implements MessageHandler {
  /** What a random id or a hash looks like. An address does not: it has an at sign. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final WireMessages messages;
  private final Counts counts;

  RelayEvents(WireMessages messages, Counts counts) {
    this.messages = messages;
    this.counts = counts;
  }

  @Override
  public Disposition handle(QueueMessage message) {
    return switch (messages.read(message.body(), RelayEvent.class, RelayEvent.VERSION)) {
      case Reading.Understood<RelayEvent>(RelayEvent event) -> count(event);
      case Reading.Unreadable<RelayEvent>(String reason) -> new Poison(reason);
    };
  }

  private Disposition count(RelayEvent event) {
    if (!ID.matcher(event.id()).matches()) {
      return new Poison("an id that is none");
    }
    try {
      counts.addOnce(new CounterName.OfRelay(event.kind()), event.id());
      return new Done();
    } catch (CountsUnavailableException e) {
      return new Unavailable("PostgreSQL");
    }
  }
}
