package org.aliasrelay.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.aliasrelay.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

class QueueConsumerTest {
  private final FakeSqs sqs = new FakeSqs();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Gates gates =
      new Gates(Patience.USUAL, new MovableClock(Instant.parse("2026-11-24T10:00:00Z")), meters);
  private final Custody custody =
      new Custody(sqs, Duration.ofSeconds(30), Duration.ZERO, Clock.systemUTC());
  private final QueueConsumer consumer =
      new QueueConsumer(
          custody,
          gates,
          new DeadLetters(sqs, Set.of("foreign")),
          new Postponing(sqs),
          new Returns(meters));
  private final PatientSqsClient patient =
      new PatientSqsClient(sqs, new QueueSettings(), custody, gates);

  @AfterEach
  void stop() {
    consumer.stop(new ShutdownEvent());
    custody.stop();
  }

  private Message received(String id) {
    return received(FakeSqs.message(id));
  }

  private Message received(Message message) {
    custody.take(FakeSqs.QUEUE, message);
    return message;
  }

  private static Message receivedBefore(int times) {
    return FakeSqs.message("a").toBuilder()
        .attributes(
            Map.of(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, Integer.toString(times)))
        .build();
  }

  @Test
  void doneIsDeleted() {
    consumer.consume(received("a"), m -> new Disposition.Done());
    await().until(() -> sqs.deletedNow().contains("handle-a"));
  }

  @Test
  void postponedIsPutBackInPlaceOfTheOneReceived() {
    consumer.consume(received("a"), m -> new Disposition.Postpone(Duration.ofSeconds(70)));
    await().until(() -> sqs.deletedNow().contains("handle-a"));
    assertThat(sqs.sent)
        .singleElement()
        .satisfies(
            copy -> {
              assertThat(copy.queueUrl()).isEqualTo(FakeSqs.QUEUE);
              assertThat(copy.messageBody()).isEqualTo("body a");
              assertThat(copy.delaySeconds()).isEqualTo(70);
            });
  }

  @Test
  void postponesInStepsThatSqsAllows() {
    consumer.consume(received("a"), m -> new Disposition.Postpone(Duration.ofHours(3)));
    assertThat(sqs.sent).singleElement().extracting(copy -> copy.delaySeconds()).isEqualTo(900);
  }

  @Test
  void retryIsHiddenForItsDelay() {
    consumer.consume(received("a"), m -> new Disposition.RetryAfter(Duration.ofSeconds(12)));
    assertThat(sqs.extendedNow()).contains("handle-a=12");
    assertThat(sqs.deletedNow()).isEmpty();
  }

  @Test
  void poisonGoesToTheDeadLettersWithItsReason() {
    consumer.consume(received("a"), m -> new Disposition.Poison("no version"));
    assertThat(sqs.sent)
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.queueUrl()).isEqualTo(FakeSqs.QUEUE + "-dlq");
              assertThat(sent.messageBody()).isEqualTo("body a");
              assertThat(sent.messageAttributes())
                  .hasEntrySatisfying(
                      "reason", reason -> assertThat(reason.stringValue()).isEqualTo("no version"));
            });
    await().until(() -> sqs.deletedNow().contains("handle-a"));
  }

  @Test
  void deadLetterOfAForeignQueueHoldsNoContent() {
    Message message = FakeSqs.message("a");
    custody.take("http://sqs.test/000000000000/foreign", message);
    consumer.consume(message, m -> new Disposition.Poison("forged"));
    assertThat(sqs.sent)
        .singleElement()
        .satisfies(
            sent -> assertThat(sent.messageBody()).contains("forged").doesNotContain("body"));
  }

  /** At 100 SQS itself would move the body, with every address in it. */
  @Test
  void foreignMessageIsBuriedBeforeSqsMovesItsBody() {
    Message message = receivedBefore(90);
    custody.take("http://sqs.test/000000000000/foreign", message);
    consumer.consume(message, m -> new Disposition.RetryAfter(Duration.ofMinutes(5)));
    assertThat(sqs.sent)
        .singleElement()
        .satisfies(
            sent ->
                assertThat(sent.messageBody())
                    .contains("received 90 times")
                    .doesNotContain("body a"));
  }

  @Test
  void messageOfOurOwnIsLeftToSqsToMove() {
    consumer.consume(
        received(receivedBefore(90)), m -> new Disposition.RetryAfter(Duration.ofMinutes(5)));
    assertThat(sqs.sent).isEmpty();
  }

  @Test
  void poisonWaitsForTheDeadLetterQueue() {
    sqs.failWith(new IllegalStateException("away"));
    Message message = received("a");
    Thread worker =
        Thread.ofVirtual().start(() -> consumer.consume(message, m -> new Disposition.Poison("x")));
    await().until(() -> !gates.of(FakeSqs.QUEUE).isOpen());
    sqs.failWith(null);
    await().until(() -> !worker.isAlive());
    assertThat(sqs.sent).hasSize(1);
  }

  @Test
  void exceptionHidesTheMessageLongerEachTime() {
    consumer.consume(received(receivedBefore(3)), this::fail);
    assertThat(sqs.extendedNow()).contains("handle-a=8");
  }

  @Test
  void exceptionForEverEndsInTheDeadLetters() {
    consumer.consume(received(receivedBefore(20)), this::fail);
    assertThat(sqs.sent).hasSize(1);
  }

  @Test
  void errorIsNotSwallowed() {
    consumer.consume(
        received(receivedBefore(3)),
        m -> {
          throw new NoClassDefFoundError("x");
        });
    assertThat(sqs.extendedNow()).contains("handle-a=8");
  }

  private Disposition fail(QueueMessage message) {
    throw new IllegalStateException("a text that may hold an address");
  }

  @Test
  void nothingIsReceivedWhileADependencyIsAway() throws Exception {
    AtomicBoolean away = new AtomicBoolean(true);
    Message message = received("a");
    Thread worker =
        Thread.ofVirtual()
            .start(
                () ->
                    consumer.consume(
                        message,
                        m ->
                            away.get()
                                ? new Disposition.Unavailable("it")
                                : new Disposition.Done()));
    await().until(() -> !gates.of(FakeSqs.QUEUE).isOpen());
    patient.receiveMessage(receive()).get();
    assertThat(sqs.receives).isEmpty();
    away.set(false);
    await().until(() -> !worker.isAlive());
    patient.receiveMessage(receive()).get();
    assertThat(sqs.receives).hasSize(1);
    await().until(() -> sqs.deletedNow().contains("handle-a"));
  }

  @Test
  void firstOneThroughWakesTheOthers() {
    AtomicBoolean away = new AtomicBoolean(true);
    AtomicInteger asked = new AtomicInteger();
    MessageHandler handler =
        m -> {
          asked.incrementAndGet();
          return away.get() ? new Disposition.Unavailable("it") : new Disposition.Done();
        };
    for (int i = 0; i < 20; i++) {
      Message message = received("m" + i);
      Thread.ofVirtual().start(() -> consumer.consume(message, handler));
    }
    await().until(() -> asked.get() >= 60);
    away.set(false);
    await().until(() -> sqs.deletedNow().size() == 20);
    assertThat(gates.of(FakeSqs.QUEUE).isOpen()).isTrue();
  }

  @Test
  void stoppingLeavesTheMessageToOthers() {
    CountDownLatch asked = new CountDownLatch(1);
    Message message = received("a");
    Thread worker =
        Thread.ofVirtual()
            .start(
                () ->
                    consumer.consume(
                        message,
                        m -> {
                          asked.countDown();
                          return new Disposition.Unavailable("it");
                        }));
    await().until(() -> asked.getCount() == 0);
    consumer.stop(new ShutdownEvent());
    await().until(() -> !worker.isAlive());
    custody.stop();
    assertThat(sqs.deletedNow()).isEmpty();
    assertThat(sqs.extendedNow()).contains("handle-a=0");
  }

  @Test
  void failedReceiveIsAnEmptyAnswer() throws Exception {
    sqs.failWith(new IllegalStateException("refused"));
    assertThat(patient.receiveMessage(receive()).get().messages()).isEmpty();
    sqs.failWith(null);
    sqs.waiting.add(FakeSqs.message("a"));
    await().until(() -> patient.receiveMessage(receive()).get().messages().size() == 1);
  }

  @Test
  void strangersMessageAttributesAreNotFetched() throws Exception {
    patient.receiveMessage(receive().toBuilder().messageAttributeNames("_classname").build()).get();
    assertThat(sqs.receives.getFirst().messageAttributeNames()).isEmpty();
  }

  private static ReceiveMessageRequest receive() {
    return ReceiveMessageRequest.builder().queueUrl(FakeSqs.QUEUE).build();
  }
}
