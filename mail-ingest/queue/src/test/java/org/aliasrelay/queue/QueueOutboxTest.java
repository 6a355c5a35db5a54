package org.aliasrelay.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

class QueueOutboxTest {
  private static final String QUEUE = "http://sqs.test/000000000000/work";
  private static final SendMessageBatchResponse ALL_TAKEN =
      SendMessageBatchResponse.builder().failed(List.of()).build();

  private final SlowSqs sqs = new SlowSqs();
  private final QueueOutbox outbox = new QueueOutbox(sqs, QUEUE, Duration.ZERO);

  @Test
  void sendsAtOnceIfNothingIsUnderWay() {
    outbox.add(List.of("a"), 0);

    assertThat(sqs.bodies()).containsExactly(List.of("a"));
  }

  @Test
  void sendsTogetherWhatCameDuringACall() {
    outbox.add(List.of("a"), 0);
    outbox.add(List.of("b"), 0);
    outbox.add(List.of("c"), 0);
    sqs.answers.getFirst().complete(ALL_TAKEN);

    assertThat(sqs.bodies()).containsExactly(List.of("a"), List.of("b", "c"));
  }

  @Test
  void sendsAFullBatchAtOnce() {
    outbox.add(List.of("a"), 0);
    outbox.add(numbers(10), 0);

    assertThat(sqs.bodies()).containsExactly(List.of("a"), numbers(10));
  }

  @Test
  void neverSendsMoreThanTenTogether() {
    outbox.add(numbers(25), 0);
    sqs.answers.getFirst().complete(ALL_TAKEN);
    sqs.answers.get(1).complete(ALL_TAKEN);

    assertThat(sqs.bodies()).extracting(List::size).containsExactly(10, 10, 5);
  }

  @Test
  void keepsTheDelayOfEachMessage() {
    outbox.add(List.of("a"), 0);
    outbox.add(List.of("b"), 30);
    outbox.add(List.of("c"), 0);
    sqs.answers.getFirst().complete(ALL_TAKEN);

    assertThat(sqs.requests.getLast().entries())
        .extracting(SendMessageBatchRequestEntry::delaySeconds)
        .containsExactly(30, 0);
  }

  @Test
  void saysNothingBeforeTheQueueHasAnswered() {
    assertThat(outbox.add(List.of("a"), 0).getFirst()).isNotDone();
  }

  @Test
  void tellsOfARefusalWhomItConcerns() {
    var answers = outbox.add(List.of("a", "b"), 0);
    sqs.answers
        .getFirst()
        .complete(
            SendMessageBatchResponse.builder()
                .failed(BatchResultErrorEntry.builder().id("1").code("InternalError").build())
                .build());

    assertThat(answers.getFirst()).isCompletedWithValue(Optional.empty());
    assertThat(answers.get(1)).isCompletedWithValue(Optional.of("InternalError"));
  }

  @Test
  void tellsAllOfAFailedCallAndGoesOn() {
    var failed = outbox.add(List.of("a"), 0).getFirst();
    var next = outbox.add(List.of("b"), 0).getFirst();
    sqs.answers.getFirst().completeExceptionally(new IllegalStateException("away"));
    sqs.answers.get(1).complete(ALL_TAKEN);

    assertThat(failed.join()).isPresent();
    assertThat(next.join()).isEmpty();
  }

  private static List<String> numbers(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  /** SQS that answers when the test does. */
  private static final class SlowSqs implements SqsAsyncClient {
    final List<SendMessageBatchRequest> requests = new ArrayList<>();
    final List<CompletableFuture<SendMessageBatchResponse>> answers = new ArrayList<>();

    @Override
    public CompletableFuture<SendMessageBatchResponse> sendMessageBatch(
        SendMessageBatchRequest request) {
      requests.add(request);
      answers.add(new CompletableFuture<>());
      return answers.getLast();
    }

    List<List<String>> bodies() {
      return requests.stream()
          .map(request -> request.entries().stream().map(e -> e.messageBody()).toList())
          .toList();
    }

    @Override
    public String serviceName() {
      return "sqs";
    }

    @Override
    public void close() {}
  }
}
