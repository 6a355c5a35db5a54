package org.aliasrelay.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Publishes to SQS, together with what others publish at the same time. */
@Singleton
class SqsQueuePublisher implements QueuePublisher {
  /** Ten messages below this size stay below SQS's limit of 1 MiB for a batch. */
  private static final int LONGEST_MESSAGE = 100_000;

  private final SqsAsyncClient sqs;
  private final URI baseUrl;
  private final QueueConfig config;
  private final ObjectMapper mapper;
  private final Map<String, QueueOutbox> outboxes = new ConcurrentHashMap<>();

  @Inject
  SqsQueuePublisher(SqsClients clients, QueueConfig config, ObjectMapper mapper) {
    this.sqs = clients.direct();
    this.baseUrl = config.baseUrl();
    this.config = config;
    this.mapper = mapper;
  }

  @Override
  public void publish(String queueName, List<?> messages, Duration delay)
      throws QueueUnavailableException {
    int seconds = (int) Math.clamp(delay.toSeconds(), 0, Postponing.LONGEST_STEP.toSeconds());
    List<String> bodies = new ArrayList<>();
    for (Object message : messages) {
      bodies.add(json(message));
    }
    for (CompletableFuture<Optional<String>> answer : outbox(queueName).add(bodies, seconds)) {
      Optional<String> refusal = answer.join();
      if (refusal.isPresent()) {
        throw new QueueUnavailableException(queueName, refusal.get());
      }
    }
  }

  private QueueOutbox outbox(String queueName) {
    return outboxes.computeIfAbsent(
        queueName, name -> new QueueOutbox(sqs, baseUrl + "/" + name, config.gatherAt(name)));
  }

  private String json(Object message) {
    try {
      String json = mapper.writeValueAsString(message);
      if (json.length() > LONGEST_MESSAGE) {
        throw new IllegalArgumentException(
            "a message is a reference, not " + json.length() + " characters");
      }
      return json;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "not writable as JSON: " + message.getClass().getName(), e);
    }
  }
}
