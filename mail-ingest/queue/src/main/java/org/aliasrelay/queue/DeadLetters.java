package org.aliasrelay.queue;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * Where poison goes: the queue of the same name with {@code -dlq}, and a message attribute {@code
 * reason}. Our own messages go as they are, for they hold references only and can be redriven. A
 * message from SES holds addresses, so a digest stands in for it: no address in any dead letter.
 */
@Singleton
class DeadLetters {
  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  private final SqsAsyncClient sqs;
  private final Set<String> foreignQueues;

  @Inject
  DeadLetters(SqsClients clients, QueueConfig config) {
    this(clients.direct(), config.foreign());
  }

  DeadLetters(SqsAsyncClient sqs, Set<String> foreignQueues) {
    this.sqs = sqs;
    this.foreignQueues = Set.copyOf(foreignQueues);
  }

  /** Returns false if the dead-letter queue could not be reached. */
  boolean bury(HeldMessage held, String reason) {
    QueueMessage message = held.asQueueMessage();
    String body = isForeign(held) ? standIn(message, reason) : message.body();
    var attribute = MessageAttributeValue.builder().dataType("String").stringValue(reason).build();
    try {
      sqs.sendMessage(
              r ->
                  r.queueUrl(held.queueUrl() + "-dlq")
                      .messageBody(body)
                      .messageAttributes(Map.of("reason", attribute)))
          .join();
      LOG.warnf("dead letter, reason=%s attempt=%d", reason, message.receiveCount());
      return true;
    } catch (RuntimeException e) {
      LOG.warnf("dead-letter queue not reached: %s", Failures.nameOf(e));
      return false;
    }
  }

  /** Whether the body holds addresses, and must not be kept anywhere else. */
  boolean isForeign(HeldMessage held) {
    return foreignQueues.contains(held.queueName());
  }

  private static String standIn(QueueMessage message, String reason) {
    int bytes = message.body().getBytes(StandardCharsets.UTF_8).length;
    return "{\"version\":1,\"messageId\":\"%s\",\"reason\":\"%s\",\"bytes\":%d,\"sha256\":\"%s\"}"
        .formatted(
            message.id(),
            reason.replaceAll("[^A-Za-z0-9 _.:-]", "?"),
            bytes,
            Digests.sha256(message.body()));
  }
}
