package org.aliasrelay.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/**
 * What many callers give to one queue, in calls of up to ten messages. A message goes at once if no
 * call is under way; what comes during a call waits for its end, and then goes together. So a busy
 * service makes a tenth of the calls, and a quiet one never waits.
 */
final class QueueOutbox {
  /** SQS's limit for a batch. */
  private static final int BATCH = 10;

  /** Full batches need not wait for each other, up to so many at a time. */
  private static final int MOST_CALLS = 8;

  private final SqsAsyncClient sqs;
  private final String queueUrl;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private int calls;

  QueueOutbox(SqsAsyncClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  private record Waiting(
      String body, int delaySeconds, CompletableFuture<Optional<String>> refusal) {}

  /** For each message, once it is known: nothing if the queue has taken it, else why not. */
  List<CompletableFuture<Optional<String>>> add(List<String> bodies, int delaySeconds) {
    List<Waiting> all =
        bodies.stream()
            .map(body -> new Waiting(body, delaySeconds, new CompletableFuture<>()))
            .toList();
    lock.lock();
    try {
      waiting.addAll(all);
    } finally {
      lock.unlock();
    }
    sendDue();
    return all.stream().map(Waiting::refusal).toList();
  }

  private void sendDue() {
    for (List<Waiting> batch = takeDue(); !batch.isEmpty(); batch = takeDue()) {
      send(batch);
    }
  }

  private List<Waiting> takeDue() {
    List<Waiting> batch = new ArrayList<>(BATCH);
    lock.lock();
    try {
      if (calls == 0 || (calls < MOST_CALLS && waiting.size() >= BATCH)) {
        while (batch.size() < BATCH && !waiting.isEmpty()) {
          batch.add(waiting.removeFirst());
        }
        calls += batch.isEmpty() ? 0 : 1;
      }
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void send(List<Waiting> batch) {
    var _ =
        call(batch)
            .whenComplete(
                (response, failure) -> {
                  ended();
                  sendDue();
                  tell(batch, response, failure);
                });
  }

  private CompletableFuture<SendMessageBatchResponse> call(List<Waiting> batch) {
    List<SendMessageBatchRequestEntry> entries =
        IntStream.range(0, batch.size()).mapToObj(i -> entry(i, batch.get(i))).toList();
    try {
      return sqs.sendMessageBatch(r -> r.queueUrl(queueUrl).entries(entries));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** An entry's id is its place in the batch: the answer names it by that. */
  private static SendMessageBatchRequestEntry entry(int place, Waiting message) {
    return SendMessageBatchRequestEntry.builder()
        .id(Integer.toString(place))
        .messageBody(message.body())
        .delaySeconds(message.delaySeconds())
        .build();
  }

  private void ended() {
    lock.lock();
    try {
      calls--;
    } finally {
      lock.unlock();
    }
  }

  private static void tell(
      List<Waiting> batch,
      @Nullable SendMessageBatchResponse response,
      @Nullable Throwable failure) {
    if (response == null) {
      String reason = failure == null ? "no answer" : Failures.nameOf(failure);
      batch.forEach(message -> message.refusal().complete(Optional.of(reason)));
      return;
    }
    for (BatchResultErrorEntry refused : response.failed()) {
      batch.get(Integer.parseInt(refused.id())).refusal().complete(Optional.of(refused.code()));
    }
    batch.forEach(message -> message.refusal().complete(Optional.empty()));
  }
}
