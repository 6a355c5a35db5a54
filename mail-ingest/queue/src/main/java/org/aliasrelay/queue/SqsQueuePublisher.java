package org.aliasrelay.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Publishes to SQS in batches of ten. */
@Singleton
class SqsQueuePublisher implements QueuePublisher {
  private static final int BATCH = 10;

  /** Ten messages below this size stay below SQS's limit of 1 MiB for a batch. */
  private static final int LONGEST_MESSAGE = 100_000;

  private final SqsAsyncClient sqs;
  private final URI baseUrl;
  private final ObjectMapper mapper;

  @Inject
  SqsQueuePublisher(SqsClients clients, QueueConfig config, ObjectMapper mapper) {
    this.sqs = clients.direct();
    this.baseUrl = config.baseUrl();
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
    for (int i = 0; i < bodies.size(); i += BATCH) {
      send(queueName, bodies.subList(i, Math.min(i + BATCH, bodies.size())), seconds);
    }
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

  private void send(String queueName, List<String> bodies, int delaySeconds)
      throws QueueUnavailableException {
    var entries =
        IntStream.range(0, bodies.size())
            .mapToObj(
                i ->
                    SendMessageBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .messageBody(bodies.get(i))
                        .delaySeconds(delaySeconds)
                        .build())
            .toList();
    try {
      var response =
          sqs.sendMessageBatch(r -> r.queueUrl(baseUrl + "/" + queueName).entries(entries)).join();
      if (!response.failed().isEmpty()) {
        throw new QueueUnavailableException(queueName, response.failed().getFirst().code());
      }
    } catch (RuntimeException e) {
      throw new QueueUnavailableException(queueName, Failures.nameOf(e));
    }
  }
}
