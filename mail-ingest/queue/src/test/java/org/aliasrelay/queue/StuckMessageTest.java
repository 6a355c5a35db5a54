package org.aliasrelay.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.aliasrelay.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * One message may fail for ever, and everything may fail for a while; these must not be mixed up.
 */
class StuckMessageTest {
  private static final Duration PROBE = Duration.ofSeconds(1);
  private static final Patience PATIENCE =
      new Patience(
          Duration.ofMillis(1),
          Duration.ofMillis(4),
          3,
          5,
          Duration.ofHours(1),
          PROBE,
          Duration.ofSeconds(4),
          2);

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T10:00:00Z"));
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final FakeSqs sqs = new FakeSqs();
  private final Gates gates = new Gates(PATIENCE, clock, meters);
  private final ReceiveGate gate = gates.of(FakeSqs.QUEUE);
  private final Custody custody =
      new Custody(sqs, Duration.ofSeconds(30), Duration.ZERO, Clock.systemUTC());
  private final QueueConsumer consumer =
      new QueueConsumer(
          custody, gates, new DeadLetters(sqs, Set.of()), new Postponing(sqs), new Returns(meters));
  private final PatientSqsClient patient =
      new PatientSqsClient(sqs, new QueueSettings(), custody, gates);
  private final AtomicInteger asked = new AtomicInteger();

  @AfterEach
  void stop() {
    consumer.stop(new ShutdownEvent());
    custody.stop();
  }

  @Test
  void oneMessageThatAlwaysFailsDoesNotStopTheOthers() {
    getStuck("stuck");
    sqs.waiting.add(FakeSqs.message("good"));
    assertThat(receive()).isEmpty();

    clock.move(PROBE);
    receive().forEach(good -> consumer.consume(good, m -> new Disposition.Done()));

    assertThat(gate.isOpen()).isTrue();
    assertThat(gate.waiting()).isEqualTo(1);
  }

  @Test
  void tryingTheStuckMessageAgainDoesNotCloseTheGate() {
    getStuck("stuck");
    finish("good");
    int before = asked.get();
    await().until(() -> asked.get() >= before + 5);

    assertThat(gate.isOpen()).isTrue();
  }

  @Test
  void messageThatWaitsAloneIsPutBackAndGivesUpItsPlace() {
    Thread worker = getStuck("stuck");
    for (int i = 0; i < PATIENCE.others(); i++) {
      finish("good" + i);
    }
    await().until(() -> !worker.isAlive());

    assertThat(sqs.sent)
        .singleElement()
        .extracting(SendMessageRequest::messageBody, SendMessageRequest::delaySeconds)
        .containsExactly("body stuck", 60);
    await().until(() -> sqs.deletedNow().contains("handle-stuck"));
    assertThat(meters.counter("relay.queue.put-back", "queue", "work").count()).isEqualTo(1);
  }

  @Test
  void messageThatComesBackInVainIsPutBackForLonger() {
    for (String receipt : List.of("first", "second")) {
      Thread worker = getStuck(FakeSqs.message("stuck").toBuilder().receiptHandle(receipt).build());
      for (int i = 0; i < PATIENCE.others(); i++) {
        finish(receipt + i);
      }
      await().until(() -> !worker.isAlive());
    }

    assertThat(sqs.sent).extracting(SendMessageRequest::delaySeconds).containsExactly(60, 120);
  }

  @Test
  void otherMessagesThatArePutOffShowNothing() {
    Thread worker = getStuck("stuck");
    for (int i = 0; i < PATIENCE.others(); i++) {
      consumer.consume(
          taken(FakeSqs.message("later" + i)),
          m -> new Disposition.RetryAfter(Duration.ofMinutes(1)));
    }
    int before = asked.get();
    await().until(() -> asked.get() >= before + 10);

    assertThat(worker.isAlive()).isTrue();
  }

  @Test
  void anOutageIsProbedWithOneMessageAfterPausesThatGrow() {
    getStuck("stuck");

    receiveAt(PROBE, 1);
    receiveAt(PROBE, 1);
    receiveAt(PROBE, 2);
    receiveAt(PROBE.multipliedBy(3), 2);
    receiveAt(PROBE, 3);

    assertThat(sqs.receives).extracting(ReceiveMessageRequest::maxNumberOfMessages).containsOnly(1);
  }

  @Test
  void anOutageDrawsInNoMoreThanABoundedNumber() {
    getStuck("first");
    getStuck("second");
    clock.move(Duration.ofMinutes(30));

    assertThat(receive()).isEmpty();
    assertThat(sqs.receives).isEmpty();
  }

  @Test
  void messageThatWasHeldForLongMakesRoomButOpensNothing() {
    Thread worker = getStuck("stuck");

    clock.move(PATIENCE.longestWait());
    await().until(() -> !worker.isAlive());

    assertThat(sqs.sent).hasSize(1);
    assertThat(gate.isOpen()).isFalse();
    assertThat(gate.room()).isEqualTo(ReceiveGate.Room.ONE);
  }

  @Test
  void stuckMessageStaysInHandWhileItCannotBePutBack() {
    Thread worker = getStuck("stuck");
    sqs.failWith(new IllegalStateException("away"));
    clock.move(PATIENCE.longestWait());
    int before = asked.get();
    await().until(() -> asked.get() >= before + 5);

    assertThat(worker.isAlive()).isTrue();
    sqs.failWith(null);
    await().until(() -> !worker.isAlive());
  }

  @Test
  void operatorSeesWhatWaits() {
    getStuck("stuck");

    assertThat(meters.get("relay.queue.waiting").tag("queue", "work").gauge().value()).isEqualTo(1);
  }

  private void receiveAt(Duration later, int receives) {
    clock.move(later);
    assertThat(receive()).isEmpty();
    assertThat(sqs.receives).hasSize(receives);
  }

  private List<Message> receive() {
    return patient
        .receiveMessage(ReceiveMessageRequest.builder().queueUrl(FakeSqs.QUEUE).build())
        .thenApply(response -> response.messages())
        .toCompletableFuture()
        .join();
  }

  private Thread getStuck(String id) {
    return getStuck(FakeSqs.message(id));
  }

  /** Returns when the message waits for the first time. */
  private Thread getStuck(Message message) {
    int before = gate.waiting();
    taken(message);
    Thread worker =
        Thread.ofVirtual()
            .start(
                () ->
                    consumer.consume(
                        message,
                        m -> {
                          asked.incrementAndGet();
                          return new Disposition.Unavailable("it");
                        }));
    await().until(() -> gate.waiting() == before + 1);
    return worker;
  }

  private void finish(String id) {
    consumer.consume(taken(FakeSqs.message(id)), m -> new Disposition.Done());
  }

  private Message taken(Message message) {
    custody.take(FakeSqs.QUEUE, message);
    return message;
  }
}
