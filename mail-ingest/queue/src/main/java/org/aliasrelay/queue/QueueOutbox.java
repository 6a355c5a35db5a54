package org.aliasrelay.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** Messages on their way to one queue, sent together as far as that holds nobody up. */
final class QueueOutbox {
  /** SQS's limit for a batch. */
  private static final int BATCH = 10;

  private final SqsAsyncClient sqs;
  private final String queueUrl;
  private final Gathering<Waiting, Optional<String>> gathering;

  QueueOutbox(SqsAsyncClient sqs, String queueUrl, Duration pause) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.gathering = new Gathering<>(BATCH, pause, this::send);
  }

  private record Waiting(String body, int delaySeconds) {}

  /** For each message, once it is known: nothing if the queue has taken it, else why not. */
  List<CompletableFuture<Optional<String>>> add(List<String> bodies, int delaySeconds) {
    return gathering.add(bodies.stream().map(body -> new Waiting(body, delaySeconds)).toList());
  }

  private CompletionStage<List<Optional<String>>> send(List<Waiting> batch) {
    List<SendMessageBatchRequestEntry> entries =
        IntStream.range(0, batch.size()).mapToObj(i -> entry(i, batch.get(i))).toList();
    CompletableFuture<SendMessageBatchResponse> call;
    try {
      call = sqs.sendMessageBatch(r -> r.queueUrl(queueUrl).entries(entries));
    } catch (RuntimeException e) {
      call = CompletableFuture.failedFuture(e);
    }
    return call.handle(
        (response, failure) ->
            response == null
                ? Collections.nCopies(
                    batch.size(),
                    Optional.of(failure == null ? "no answer" : Failures.nameOf(failure)))
                : refusals(batch.size(), response.failed()));
  }

  /** An entry's id is its place in the batch: the answer names it by that. */
  private static SendMessageBatchRequestEntry entry(int place, Waiting message) {
    return SendMessageBatchRequestEntry.builder()
        .id(Integer.toString(place))
        .messageBody(message.body())
        .delaySeconds(message.delaySeconds())
        .build();
  }

  private static List<Optional<String>> refusals(int count, List<BatchResultErrorEntry> failed) {
    List<Optional<String>> refusals = new ArrayList<>(Collections.nCopies(count, Optional.empty()));
    failed.forEach(entry -> refusals.set(Integer.parseInt(entry.id()), Optional.of(entry.code())));
    return refusals;
  }
}
