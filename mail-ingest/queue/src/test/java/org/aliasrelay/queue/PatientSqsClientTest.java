package org.aliasrelay.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.aliasrelay.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/** How often a queue is received from. */
class PatientSqsClientTest {
  private static final ReceiveMessageRequest REQUEST =
      ReceiveMessageRequest.builder().queueUrl(FakeSqs.QUEUE).maxNumberOfMessages(3).build();

  private final FakeSqs sqs = new FakeSqs();
  private final Custody custody =
      new Custody(sqs, Duration.ofSeconds(30), Duration.ZERO, Clock.systemUTC());

  @AfterEach
  void stop() {
    custody.stop();
  }

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T10:00:00Z"));
  private final Gates gates = new Gates(Patience.USUAL, clock, new SimpleMeterRegistry());

  private PatientSqsClient client(String unhurried) {
    return new PatientSqsClient(
        sqs, new QueueSettings(Set.of(unhurried), Duration.ofMinutes(10)), custody, gates);
  }

  private Instant heardSince() {
    return new Listening(gates).since(HeldMessage.queueName(FakeSqs.QUEUE), clock.instant());
  }

  private void put(int count) {
    IntStream.range(0, count).forEach(i -> sqs.waiting.add(FakeSqs.message("message-" + i)));
  }

  private CompletableFuture<ReceiveMessageResponse> receiveAfter(
      int messages, PatientSqsClient client) {
    put(messages);
    assertThat(client.receiveMessage(REQUEST).join().messages()).hasSize(messages);
    put(1);
    return client.receiveMessage(REQUEST);
  }

  @Test
  void letsMessagesThatNobodyWaitsForGatherAfterAFew() {
    assertThat(receiveAfter(2, client("work"))).isNotDone();
    assertThat(sqs.receives).hasSize(1);
  }

  @Test
  void goesOnAtOnceAfterAFullBatch() {
    assertThat(receiveAfter(3, client("work")).join().messages()).hasSize(1);
  }

  @Test
  void takesManyAtOnceFromAQueueThatIsLong() {
    PatientSqsClient client = client("other");
    receiveFull(client);
    put(6);
    assertThat(client.receiveMessage(REQUEST).join().messages()).hasSize(6);
    assertThat(sqs.receives).as("two behind one").hasSize(3);
    put(10);
    assertThat(client.receiveMessage(REQUEST).join().messages())
        .extracting(Message::messageId)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 10).mapToObj(i -> "message-" + i).toList());
    assertThat(sqs.receives.subList(1, sqs.receives.size()))
        .as("four behind two, and each answers at once")
        .hasSize(6)
        .allSatisfy(call -> assertThat(call.waitTimeSeconds()).isZero());
  }

  /** What the others found is in custody, and nobody else would ever work on it. */
  @Test
  void oneThatFailsHoldsUpNothingThatOthersFound() {
    PatientSqsClient client = client("other");
    receiveFull(client);
    put(5);
    sqs.failNext(1);
    assertThat(client.receiveMessage(REQUEST)).isDone();
    assertThat(sqs.waiting).hasSize(2);
    assertThat(client.receiveMessage(REQUEST)).as("a pause after a failure").isNotDone();
  }

  /** Else a few answers that are not full would say nothing, and then a gathered one be full. */
  @Test
  void takesOneBatchAfterTheOtherWhereNobodyWaits() {
    PatientSqsClient client = client("work");
    Instant first = clock.instant();
    receiveFull(client);
    put(2);
    assertThat(client.receiveMessage(REQUEST).join().messages()).hasSize(2);
    assertThat(sqs.receives).hasSize(2);
    clock.move(Duration.ofSeconds(1));
    assertThat(heardSince()).isEqualTo(first);
  }

  @Test
  void asksOnceAndWaitsWhereThereWasLittleLeft() {
    PatientSqsClient client = client("other");
    receiveFull(client);
    put(1);
    assertThat(client.receiveMessage(REQUEST).join().messages()).hasSize(1);
    int before = sqs.receives.size();
    put(1);
    assertThat(client.receiveMessage(REQUEST).join().messages()).hasSize(1);
    assertThat(sqs.receives).hasSize(before + 1);
    assertThat(sqs.receives.getLast().waitTimeSeconds()).isNull();
  }

  @Test
  void goesOnAtOnceAfterNothing() {
    assertThat(receiveAfter(0, client("work")).join().messages()).hasSize(1);
  }

  @Test
  void neverKeepsMailWaiting() {
    assertThat(receiveAfter(2, client("other")).join().messages()).hasSize(1);
  }

  @Test
  void listensFromItsFirstReceiveThatLeftNothingBehind() {
    Instant first = clock.instant();
    PatientSqsClient client = client("other");
    receiveFull(client);
    clock.move(Duration.ofSeconds(1));
    assertThat(heardSince()).isEqualTo(clock.instant());
    client.receiveMessage(REQUEST).join();
    assertThat(heardSince())
        .as("a look that does not wait may miss some")
        .isEqualTo(clock.instant());
    client.receiveMessage(REQUEST).join();
    assertThat(heardSince()).isEqualTo(first);
  }

  @Test
  void failedReceiveEndsTheListening() {
    PatientSqsClient client = client("other");
    client.receiveMessage(REQUEST).join();
    clock.move(Duration.ofSeconds(1));
    sqs.failWith(new IllegalStateException("switched off"));
    client.receiveMessage(REQUEST).join();
    assertThat(heardSince()).isEqualTo(clock.instant());
  }

  private void receiveFull(PatientSqsClient client) {
    put(3);
    assertThat(client.receiveMessage(REQUEST).join().messages()).hasSize(3);
  }
}
