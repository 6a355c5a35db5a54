package org.aliasrelay.queue;

import static java.util.stream.Collectors.groupingBy;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Every message this service has received and not let go. While a message is here, its visibility
 * timeout is extended; it leaves by being deleted, hidden for a while, or given up.
 *
 * <p>A receipt handle that SQS no longer knows is harmless: the message was received by someone
 * else in the meantime, and handlers are idempotent. So no failed delete ever reaches a caller.
 */
@Singleton
class Custody {
  private static final Logger LOG = Logger.getLogger(Custody.class);

  /** SQS's limit for a batch. */
  private static final int BATCH = 10;

  /** SQS takes a message back after 12 hours whatever we say; give it up in good time. */
  private static final Duration LONGEST_HOLD = Duration.ofHours(11);

  private static final Duration LONGEST_HIDE = Duration.ofHours(12);
  private static final Duration SHORTEST_VISIBILITY = Duration.ofSeconds(3);
  private static final Duration LONGEST_GATHERING = Duration.ofSeconds(5);
  private static final Duration DELETE_RETRY = Duration.ofSeconds(1);

  /** What is not given back by then comes again by itself, a little later. */
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

  private final SqsAsyncClient sqs;
  private final Clock clock;
  private final int visibilitySeconds;
  private final Duration gather;
  private final Map<String, HeldMessage> held = new ConcurrentHashMap<>();
  private final Map<String, HeldMessage> finished = new ConcurrentHashMap<>();
  private final Map<String, Gathering<HeldMessage, Boolean>> deletions = new ConcurrentHashMap<>();
  private final ScheduledExecutorService schedule;

  @Inject
  Custody(SqsClients clients, QueueConfig config) {
    Bounds.check("relay.queues.visibility", config.visibility(), SHORTEST_VISIBILITY, LONGEST_HIDE);
    Bounds.check("relay.queues.gather", config.gather(), Duration.ZERO, LONGEST_GATHERING);
    this(clients.direct(), config.visibility(), config.gather(), Clock.systemUTC());
  }

  Custody(SqsAsyncClient sqs, Duration visibility, Duration gather, Clock clock) {
    this.sqs = sqs;
    this.gather = gather;
    this.clock = clock;
    this.visibilitySeconds = (int) visibility.toSeconds();
    this.schedule =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("queue-custody").factory());
    long period = visibility.toMillis() / 3;
    var _ = schedule.scheduleWithFixedDelay(this::goOn, period, period, TimeUnit.MILLISECONDS);
  }

  void take(String queueUrl, Message message) {
    held.put(message.receiptHandle(), new HeldMessage(queueUrl, message, clock.instant()));
  }

  /** The message as it is held, or nothing if it was given up in the meantime. */
  Optional<HeldMessage> find(Message message) {
    return Optional.ofNullable(held.get(message.receiptHandle()));
  }

  /** Deletes it soon. Until SQS has confirmed that, it is kept invisible. */
  void delete(HeldMessage message) {
    finished.put(message.receiptHandle(), message);
    var _ =
        deletions
            .computeIfAbsent(message.queueUrl(), this::deletions)
            .add(message)
            .exceptionally(
                failure -> {
                  LOG.debugf("not deleted yet: %s", Failures.nameOf(failure));
                  return false;
                })
            .thenAccept(
                gone -> {
                  if (gone) {
                    forget(message);
                  } else {
                    deleteLater(message);
                  }
                });
  }

  private Gathering<HeldMessage, Boolean> deletions(String queueUrl) {
    return new Gathering<>(BATCH, gather, batch -> deleteNow(queueUrl, batch));
  }

  /** Lets it go, to be received again after the delay. */
  void hide(HeldMessage message, Duration delay) {
    held.remove(message.receiptHandle());
    long seconds = Math.clamp(delay.toSeconds(), 0, LONGEST_HIDE.toSeconds());
    var _ = setVisibility(List.of(message), (int) seconds);
  }

  /**
   * Whatever happens: a task that throws is not scheduled again, and all that is held comes back.
   */
  private void goOn() {
    try {
      extendAll();
    } catch (RuntimeException | Error e) {
      LOG.errorf("visibility not extended: %s", Failures.nameOf(e));
    }
  }

  private void extendAll() {
    var tooOld = clock.instant().minus(LONGEST_HOLD);
    held.values().removeIf(message -> message.since().isBefore(tooOld));
    var _ = setVisibility(held.values(), visibilitySeconds);
  }

  private CompletableFuture<Void> setVisibility(Collection<HeldMessage> messages, int seconds) {
    List<CompletableFuture<?>> calls = new ArrayList<>();
    inBatches(messages, (queueUrl, batch) -> calls.add(setVisibilityNow(queueUrl, batch, seconds)));
    return CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new));
  }

  private CompletableFuture<?> setVisibilityNow(
      String queueUrl, List<HeldMessage> batch, int seconds) {
    var entries =
        entries(
            batch,
            (id, handle) ->
                ChangeMessageVisibilityBatchRequestEntry.builder()
                    .id(id)
                    .receiptHandle(handle)
                    .visibilityTimeout(seconds)
                    .build());
    return sqs.changeMessageVisibilityBatch(r -> r.queueUrl(queueUrl).entries(entries))
        .handle(
            (response, failure) -> {
              if (response != null) {
                forgetStale(response.failed(), batch);
              } else {
                LOG.debugf("visibility not changed: %s", Failures.nameOf(failure));
              }
              return response;
            });
  }

  /** For each whether it is gone. */
  private CompletionStage<List<Boolean>> deleteNow(String queueUrl, List<HeldMessage> batch) {
    var entries =
        entries(
            batch,
            (id, handle) ->
                DeleteMessageBatchRequestEntry.builder().id(id).receiptHandle(handle).build());
    return sqs.deleteMessageBatch(r -> r.queueUrl(queueUrl).entries(entries))
        .thenApply(response -> gone(batch.size(), response.failed()));
  }

  /** A stale receipt handle is as good as a deleted message; anything else is tried again. */
  private static List<Boolean> gone(int count, List<BatchResultErrorEntry> failed) {
    List<Boolean> gone = new ArrayList<>(Collections.nCopies(count, true));
    failed.stream()
        .filter(entry -> !entry.senderFault())
        .forEach(entry -> gone.set(Integer.parseInt(entry.id()), false));
    return gone;
  }

  private void deleteLater(HeldMessage message) {
    if (held.containsKey(message.receiptHandle()) && !schedule.isShutdown()) {
      var _ =
          schedule.schedule(() -> delete(message), DELETE_RETRY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void forgetStale(List<BatchResultErrorEntry> failed, List<HeldMessage> batch) {
    failed.stream()
        .filter(BatchResultErrorEntry::senderFault)
        .forEach(entry -> forget(batch.get(Integer.parseInt(entry.id()))));
  }

  private void forget(HeldMessage message) {
    held.remove(message.receiptHandle());
    finished.remove(message.receiptHandle());
  }

  /** An entry's id is its place in the batch: answers name the message by it. */
  private static <E> List<E> entries(List<HeldMessage> batch, BiFunction<String, String, E> entry) {
    return IntStream.range(0, batch.size())
        .mapToObj(i -> entry.apply(Integer.toString(i), batch.get(i).receiptHandle()))
        .toList();
  }

  /** What is not deleted comes again, and whoever gets it finds that it is done. */
  private CompletableFuture<?> deleteAtLast(String queueUrl, List<HeldMessage> batch) {
    return deleteNow(queueUrl, batch)
        .toCompletableFuture()
        .exceptionally(
            failure -> {
              LOG.debugf("not deleted: %s", Failures.nameOf(failure));
              return List.of();
            });
  }

  private static void inBatches(
      Collection<HeldMessage> messages, BiConsumer<String, List<HeldMessage>> action) {
    messages.stream()
        .collect(groupingBy(HeldMessage::queueUrl))
        .forEach(
            (queueUrl, all) -> {
              for (int i = 0; i < all.size(); i += BATCH) {
                action.accept(queueUrl, all.subList(i, Math.min(i + BATCH, all.size())));
              }
            });
  }

  /**
   * Deletes what is finished and gives the rest back at once, so that nobody waits for it. Only
   * then the client is closed, and by nobody else: beans are destroyed in no order.
   */
  @PreDestroy
  void stop() {
    schedule.shutdownNow();
    List<HeldMessage> last = List.copyOf(finished.values());
    List<CompletableFuture<?>> calls = new ArrayList<>();
    inBatches(last, (queueUrl, batch) -> calls.add(deleteAtLast(queueUrl, batch)));
    last.forEach(this::forget);
    calls.add(setVisibility(List.copyOf(held.values()), 0));
    var _ =
        CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new))
            .completeOnTimeout(null, LONGEST_GOODBYE.toMillis(), TimeUnit.MILLISECONDS)
            .join();
    held.clear();
    sqs.close();
  }
}
