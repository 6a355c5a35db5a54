package org.aliasrelay.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** SQS as far as this package uses it; it fails on request. */
final class FakeSqs implements SqsAsyncClient {
  private static final Duration A_WHILE = Duration.ofMillis(200);

  static final String QUEUE = "http://sqs.test/000000000000/work";

  final Deque<Message> waiting = new ArrayDeque<>();
  final List<String> deleted = new ArrayList<>();
  final List<String> extended = new ArrayList<>();
  final List<SendMessageRequest> sent = new ArrayList<>();
  final List<ReceiveMessageRequest> receives = new ArrayList<>();
  final List<String> stale = new ArrayList<>();
  private @Nullable RuntimeException failure;
  private @Nullable Error accident;
  private int deleteCalls;
  private boolean slow;
  private int failNext;
  private final CountDownLatch closed = new CountDownLatch(1);

  static Message message(String id) {
    return Message.builder().messageId(id).receiptHandle("handle-" + id).body("body " + id).build();
  }

  synchronized void failWith(@Nullable RuntimeException failure) {
    this.failure = failure;
  }

  /** So many of the next receives fail, and no others. */
  synchronized void failNext(int receives) {
    failNext = receives;
  }

  /** Thrown by the next change of visibility, before there is an answer to wait for. */
  synchronized void throwOnce(Error accident) {
    this.accident = accident;
  }

  /**
   * From now on a change of visibility takes a while, and is none if the client is closed first.
   */
  synchronized void becomeSlow() {
    slow = true;
  }

  boolean isClosed() {
    return closed.getCount() == 0;
  }

  synchronized List<String> deletedNow() {
    return List.copyOf(deleted);
  }

  synchronized int deleteCalls() {
    return deleteCalls;
  }

  synchronized List<String> extendedNow() {
    return List.copyOf(extended);
  }

  private <T> CompletableFuture<T> answer(T response) {
    return failure == null
        ? CompletableFuture.completedFuture(response)
        : CompletableFuture.failedFuture(failure);
  }

  @Override
  public synchronized CompletableFuture<ReceiveMessageResponse> receiveMessage(
      ReceiveMessageRequest request) {
    receives.add(request);
    if (failure != null) {
      return CompletableFuture.failedFuture(failure);
    }
    if (failNext > 0) {
      failNext--;
      return CompletableFuture.failedFuture(new IllegalStateException("this one"));
    }
    Integer most = request.maxNumberOfMessages();
    List<Message> given = waiting.stream().limit(most == null ? Integer.MAX_VALUE : most).toList();
    given.forEach(message -> waiting.removeFirst());
    return answer(ReceiveMessageResponse.builder().messages(given).build());
  }

  @Override
  public synchronized CompletableFuture<DeleteMessageBatchResponse> deleteMessageBatch(
      DeleteMessageBatchRequest request) {
    deleteCalls++;
    var response = DeleteMessageBatchResponse.builder();
    if (failure == null) {
      request.entries().stream()
          .filter(entry -> !stale.contains(entry.receiptHandle()))
          .forEach(entry -> deleted.add(entry.receiptHandle()));
      response.successful(
          request.entries().stream()
              .filter(entry -> !stale.contains(entry.receiptHandle()))
              .map(entry -> DeleteMessageBatchResultEntry.builder().id(entry.id()).build())
              .toList());
      response.failed(
          request.entries().stream()
              .filter(entry -> stale.contains(entry.receiptHandle()))
              .map(entry -> staleEntry(entry.id()))
              .toList());
    }
    return answer(response.build());
  }

  @Override
  public synchronized CompletableFuture<ChangeMessageVisibilityBatchResponse>
      changeMessageVisibilityBatch(ChangeMessageVisibilityBatchRequest request) {
    Error thrown = accident;
    if (thrown != null) {
      accident = null;
      throw thrown;
    }
    return slow
        ? CompletableFuture.supplyAsync(this::isClosedSoon, Thread::startVirtualThread)
            .thenCompose(tooLate -> tooLate ? failed("closed") : changed(request))
        : changed(request);
  }

  private boolean isClosedSoon() {
    try {
      return closed.await(A_WHILE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static <T> CompletableFuture<T> failed(String why) {
    return CompletableFuture.failedFuture(new IllegalStateException(why));
  }

  private synchronized CompletableFuture<ChangeMessageVisibilityBatchResponse> changed(
      ChangeMessageVisibilityBatchRequest request) {
    request
        .entries()
        .forEach(entry -> extended.add(entry.receiptHandle() + "=" + entry.visibilityTimeout()));
    return answer(
        ChangeMessageVisibilityBatchResponse.builder()
            .failed(
                request.entries().stream()
                    .filter(entry -> stale.contains(entry.receiptHandle()))
                    .map(entry -> staleEntry(entry.id()))
                    .toList())
            .build());
  }

  private static BatchResultErrorEntry staleEntry(String id) {
    return BatchResultErrorEntry.builder()
        .id(id)
        .senderFault(true)
        .code("ReceiptHandleIsInvalid")
        .build();
  }

  @Override
  public synchronized CompletableFuture<SendMessageResponse> sendMessage(
      SendMessageRequest request) {
    if (failure == null) {
      sent.add(request);
    }
    return answer(SendMessageResponse.builder().build());
  }

  @Override
  public String serviceName() {
    return "sqs";
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
