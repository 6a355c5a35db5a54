package org.aliasrelay.alias.activity;

import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import org.aliasrelay.alias.contract.AliasActivity;
import org.aliasrelay.alias.http.FailedCommit;
import org.aliasrelay.alias.routes.RouteTarget;
import org.aliasrelay.alias.routes.RouteTokens;
import org.aliasrelay.queue.Disposition;
import org.aliasrelay.queue.QueueConsumer;
import org.aliasrelay.queue.QueueMessage;
import org.aliasrelay.queue.Reading;
import org.aliasrelay.queue.WireMessages;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import software.amazon.awssdk.services.sqs.model.Message;

/** Takes {@link AliasActivity} from its queue. */
@ApplicationScoped
class ActivityConsumer {
  private final QueueConsumer consumer;
  private final WireMessages wire;
  private final RouteTokens tokens;
  private final Consequences consequences;

  ActivityConsumer(
      QueueConsumer consumer, WireMessages wire, RouteTokens tokens, Consequences consequences) {
    this.consumer = consumer;
    this.wire = wire;
    this.tokens = tokens;
    this.consequences = consequences;
  }

  @Incoming("alias-activity")
  @RunOnVirtualThread
  void receive(Message message) {
    consumer.consume(message, this::handle);
  }

  Disposition handle(QueueMessage message) {
    return switch (wire.read(message.body(), AliasActivity.class, AliasActivity.VERSION)) {
      case Reading.Understood<AliasActivity>(AliasActivity activity) -> take(activity);
      case Reading.Unreadable<AliasActivity>(String reason) -> new Disposition.Poison(reason);
    };
  }

  private Disposition take(AliasActivity activity) {
    Optional<RouteTarget> target = tokens.open(activity.mailId(), activity.token());
    if (target.isEmpty()) {
      return new Disposition.Poison("a token that was not issued for this mail");
    }
    try {
      consequences.of(activity, target.get());
      return new Disposition.Done();
    } catch (ArcUndeclaredThrowableException e) {
      if (!FailedCommit.isOutage(e)) {
        throw e;
      }
      return new Disposition.Unavailable("database");
    } catch (PersistenceException e) {
      // The statements are fixed and their parameters are ours: they fail for want of a database
      // only.
      return new Disposition.Unavailable("database");
    }
  }
}
