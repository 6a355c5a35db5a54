package org.aliasrelay.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/**
 * Receives for the connector. A receive never fails: the connector would end its stream for ever on
 * the first refused connection, so an error becomes an empty answer after a pause. While a queue's
 * gate is closed nothing is received but a probe now and then. Each message is taken into custody
 * as it arrives, before it waits in the connector's buffer. A queue on which no mail waits is
 * received from a few times a second, so that each call brings several messages.
 *
 * <p>Message attributes are not fetched: the connector would load the class that a stranger's
 * {@code _classname} attribute names, and end its stream when there is none.
 */
final class PatientSqsClient implements SqsAsyncClient {
  private static final Logger LOG = Logger.getLogger(PatientSqsClient.class);
  private static final int MOST_AT_ONCE = 4;

  /** What did not answer by then is given up, and SQS gives its messages out again. */
  private static final Duration LONGEST_AT_ONCE = Duration.ofSeconds(10);

  private static final ReceiveMessageResponse NOTHING =
      ReceiveMessageResponse.builder().messages(List.of()).build();

  private static final long CLOSED_GATE_MILLIS = 200;
  private static final long FIRST_PAUSE_MILLIS = 250;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final SqsAsyncClient delegate;
  private final int visibilitySeconds;
  private final Custody custody;
  private final Gates gates;

  private final QueueConfig config;

  /** How many of the last receives at once were full, by queue URL; nothing if none was. */
  private final Map<String, Integer> fullReceives = new ConcurrentHashMap<>();

  /** When the next one may begin, in {@link System#nanoTime()}, by queue URL. */
  private final Map<String, Long> nextReceives = new ConcurrentHashMap<>();

  /** Failures in a row, by queue URL. */
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();

  PatientSqsClient(SqsAsyncClient delegate, QueueConfig config, Custody custody, Gates gates) {
    this.delegate = delegate;
    this.config = config;
    this.visibilitySeconds = (int) config.visibility().toSeconds();
    this.custody = custody;
    this.gates = gates;
  }

  @Override
  public CompletableFuture<ReceiveMessageResponse> receiveMessage(ReceiveMessageRequest request) {
    String queueUrl = request.queueUrl();
    ReceiveGate.Room room = gates.stopping() ? ReceiveGate.Room.NONE : gates.of(queueUrl).room();
    long early = millisUntilNextReceive(queueUrl);
    return switch (room) {
      case ANY -> early > 0 ? nothingAfter(early) : receiveMuch(request);
      case ONE -> receive(request.toBuilder().maxNumberOfMessages(1).build());
      case NONE -> nothingAfter(CLOSED_GATE_MILLIS);
    };
  }

  /**
   * Behind full receives there may be many more, so several are asked for at once: two behind a
   * full one, four behind two. How soon the last message is seen must not hang on how long a call
   * takes. None of these waits for messages to come, nor long for an answer, for what the others
   * found would wait with it; so one that is not full does not say that there are no more. Where
   * nobody waits for a message, one call after the other is enough.
   */
  private CompletableFuture<ReceiveMessageResponse> receiveMuch(ReceiveMessageRequest request) {
    Integer full = fullReceives.remove(request.queueUrl());
    if (full == null) {
      return receive(request);
    }
    ReceiveMessageRequest atOnce =
        request.toBuilder()
            .waitTimeSeconds(0)
            .overrideConfiguration(c -> c.apiCallTimeout(LONGEST_AT_ONCE))
            .build();
    var all = receive(atOnce);
    for (int i = 1; i < Math.min(2 * full, MOST_AT_ONCE); i++) {
      all = all.thenCombine(receive(atOnce), PatientSqsClient::both);
    }
    return all;
  }

  private static ReceiveMessageResponse both(
      ReceiveMessageResponse some, ReceiveMessageResponse others) {
    List<Message> messages = new ArrayList<>(some.messages());
    messages.addAll(others.messages());
    return some.toBuilder().messages(messages).build();
  }

  private CompletableFuture<ReceiveMessageResponse> receive(ReceiveMessageRequest request) {
    String queueUrl = request.queueUrl();
    ReceiveMessageRequest complete =
        request.toBuilder()
            .visibilityTimeout(visibilitySeconds)
            .messageAttributeNames(List.of())
            .messageSystemAttributeNames(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)
            .build();
    Instant asked = gates.now();
    return delegate
        .receiveMessage(complete)
        .thenApply(response -> received(complete, asked, response))
        .exceptionally(failure -> failed(queueUrl, failure));
  }

  private ReceiveMessageResponse received(
      ReceiveMessageRequest request, Instant asked, ReceiveMessageResponse response) {
    String queueUrl = request.queueUrl();
    if (failures.remove(queueUrl) != null) {
      LOG.infof("queue=%s answers again", HeldMessage.queueName(queueUrl));
    }
    response.messages().forEach(message -> custody.take(queueUrl, message));
    int count = response.messages().size();
    boolean isFull = Objects.equals(count, request.maxNumberOfMessages());
    boolean isAtOnce = Objects.equals(0, request.waitTimeSeconds());
    gates.of(queueUrl).received(asked, isFull || isAtOnce);
    Duration pause = config.gatherAt(HeldMessage.queueName(queueUrl));
    if (isFull && count > 1 && pause.isZero()) {
      fullReceives.merge(queueUrl, 1, Integer::sum);
    } else if (count > 0 && !isFull && pause.isPositive()) {
      nextReceives.put(queueUrl, System.nanoTime() + pause.toNanos());
    }
    return response;
  }

  /** After a receive that was not full, the next one shall find more. */
  private long millisUntilNextReceive(String queueUrl) {
    Long until = nextReceives.get(queueUrl);
    return until == null ? 0 : TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
  }

  /** The next receive comes after a pause, not this answer: others may have found something. */
  private ReceiveMessageResponse failed(String queueUrl, Throwable failure) {
    gates.of(queueUrl).missed();
    if (millisUntilNextReceive(queueUrl) <= 0) {
      int count = failures.merge(queueUrl, 1, Integer::sum);
      if (count == 1 && !gates.stopping()) {
        LOG.warnf(
            "queue=%s cannot be received from, will go on trying: %s",
            HeldMessage.queueName(queueUrl), Failures.nameOf(failure));
      }
      long pause = Math.min(FIRST_PAUSE_MILLIS << Math.min(count - 1, 10), LONGEST_PAUSE_MILLIS);
      nextReceives.put(queueUrl, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause));
    }
    return NOTHING;
  }

  private static CompletableFuture<ReceiveMessageResponse> nothingAfter(long millis) {
    return CompletableFuture.supplyAsync(
        () -> NOTHING, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
  }

  @Override
  public CompletableFuture<GetQueueUrlResponse> getQueueUrl(GetQueueUrlRequest request) {
    return delegate.getQueueUrl(request);
  }

  @Override
  public String serviceName() {
    return delegate.serviceName();
  }

  /** The pool is closed by {@link Custody}. */
  @Override
  public void close() {}
}
