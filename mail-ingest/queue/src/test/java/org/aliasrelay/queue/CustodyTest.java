package org.aliasrelay.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

class CustodyTest {
  private static final Duration GATHER = Duration.ofMillis(50);

  private final FakeSqs sqs = new FakeSqs();
  private final Custody custody =
      new Custody(sqs, Duration.ofSeconds(1), GATHER, Clock.systemUTC());

  @AfterEach
  void stop() {
    custody.stop();
  }

  private HeldMessage take(String id) {
    Message message = FakeSqs.message(id);
    custody.take(FakeSqs.QUEUE, message);
    return custody.find(message).orElseThrow();
  }

  @Test
  void extendsTheVisibilityOfWhatItHolds() {
    take("a");
    await().until(() -> sqs.extendedNow().contains("handle-a=1"));
  }

  @Test
  void deletesWhatIsFinished() {
    custody.delete(take("a"));
    await().until(() -> sqs.deletedNow().contains("handle-a"));
    await().until(() -> custody.find(FakeSqs.message("a")).isEmpty());
  }

  @Test
  void deletesTogetherWhatIsFinishedInAShortWhile() {
    List<HeldMessage> all = Stream.of("a", "b", "c", "d").map(this::take).toList();
    all.forEach(custody::delete);
    await().until(() -> sqs.deletedNow().size() == 4);
    assertThat(sqs.deleteCalls()).isEqualTo(2);
  }

  @Test
  void deletesWhenItStopsWhatIsStillGathered() {
    custody.delete(take("a"));
    custody.delete(take("b"));
    custody.stop();
    assertThat(sqs.deletedNow()).contains("handle-a", "handle-b");
    assertThat(sqs.extendedNow()).isEmpty();
  }

  @Test
  void staleHandleIsForgottenWithoutHarm() {
    sqs.stale.add("handle-a");
    custody.delete(take("a"));
    await().until(() -> custody.find(FakeSqs.message("a")).isEmpty());
    custody.delete(take("b"));
    await().until(() -> sqs.deletedNow().contains("handle-b"));
  }

  @Test
  void failedDeleteIsRepeatedWhileTheMessageStaysInvisible() {
    sqs.failWith(new IllegalStateException("away"));
    custody.delete(take("a"));
    await().until(() -> sqs.extendedNow().contains("handle-a=1"));
    sqs.failWith(null);
    await().until(() -> sqs.deletedNow().contains("handle-a"));
  }

  @Test
  void hiddenMessageLeavesCustody() {
    custody.hide(take("a"), Duration.ofSeconds(7));
    assertThat(sqs.extendedNow()).contains("handle-a=7");
    assertThat(custody.find(FakeSqs.message("a"))).isEmpty();
  }

  @Test
  void hidingIsBoundedByTwelveHours() {
    custody.hide(take("a"), Duration.ofDays(3));
    custody.hide(take("b"), Duration.ofSeconds(-3));
    assertThat(sqs.extendedNow()).contains("handle-a=43200", "handle-b=0");
  }

  @Test
  void goesOnExtendingAfterAnAccident() {
    sqs.throwOnce(new OutOfMemoryError("no thread"));
    take("a");
    await().until(() -> sqs.extendedNow().contains("handle-a=1"));
  }

  @Test
  void stoppingGivesEverythingBackBeforeItHangsUp() {
    take("a");
    sqs.becomeSlow();
    custody.stop();
    assertThat(sqs.extendedNow()).contains("handle-a=0");
    assertThat(sqs.isClosed()).isTrue();
  }
}
