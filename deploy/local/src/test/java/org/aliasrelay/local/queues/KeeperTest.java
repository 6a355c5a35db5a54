package org.aliasrelay.local.queues;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent.MessageAdded;
import org.elasticmq.actor.queue.QueueEvent.MessageRemoved;
import org.elasticmq.actor.queue.QueueEvent.MessageUpdated;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration A_WHILE = Duration.ofMillis(200);

  @TempDir private Path home;
  private final ActorSystem actors = ActorSystem.create();

  @AfterEach
  void stop() {
    var _ = actors.terminate();
    var _ = actors.getWhenTerminated().toCompletableFuture().join();
  }

  @Test
  void whatIsAnsweredIsInTheFile() {
    try (var store = MessageStore.in(home)) {
      ActorRef keeper = actors.actorOf(Keeper.props(store::write));
      List<CompletableFuture<Object>> answers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        answers.add(ask(keeper, added("m" + i)));
      }
      answers.add(ask(keeper, new MessageRemoved("q", "m7")));

      assertThat(answers)
          .allSatisfy(answer -> assertThat(answer.join()).isEqualTo(OperationSuccessful$.MODULE$));
      assertThat(store.messages("q")).hasSize(199);
    }
  }

  @Test
  void nobodyIsAnsweredUntilItIsWritten() {
    try (var store = MessageStore.in(home)) {
      var full = new AtomicBoolean(true);
      var refused = new CompletableFuture<Void>();
      ActorRef keeper =
          actors.actorOf(
              Keeper.props(
                  changes -> {
                    if (full.get()) {
                      refused.complete(null);
                      throw new MVStoreException(DataUtils.ERROR_WRITING_FAILED, "no space left");
                    }
                    store.write(changes);
                  }));
      CompletableFuture<Object> first = ask(keeper, added("m1"));
      assertThat(refused).succeedsWithin(PATIENCE);
      CompletableFuture<Object> second = ask(keeper, added("m2"));
      assertThat(first).isNotDone();

      full.set(false);

      assertThat(first.join()).isEqualTo(OperationSuccessful$.MODULE$);
      assertThat(second.join()).isEqualTo(OperationSuccessful$.MODULE$);
      assertThat(store.messages("q")).hasSize(2);
    }
  }

  /** ElasticMQ adds a receipt while its message is read: the place first, and then the text. */
  @Test
  void whatIsHalfThereIsReadAgain() {
    try (var store = MessageStore.in(home)) {
      ActorRef keeper = actors.actorOf(Keeper.props(store::write));
      InternalMessage message = Messages.message("m1", "content").toInternalMessage();
      var _ = message.deliveryReceipts().addOne(null);

      CompletableFuture<Object> answer = ask(keeper, new MessageUpdated("q", message));
      CompletableFuture<Object> next = ask(keeper, added("m2"));
      assertThat(answer).failsWithin(A_WHILE);
      message.deliveryReceipts().update(message.deliveryReceipts().size() - 1, "receipt");

      assertThat(answer.join()).isEqualTo(OperationSuccessful$.MODULE$);
      assertThat(next.join()).isEqualTo(OperationSuccessful$.MODULE$);
      assertThat(store.messages("q"))
          .hasSize(2)
          .anyMatch(kept -> new String(kept.deliveryReceipts(), UTF_8).contains("receipt"));
    }
  }

  private static CompletableFuture<Object> ask(ActorRef keeper, Object event) {
    return Patterns.ask(keeper, event, PATIENCE).toCompletableFuture();
  }

  private static MessageAdded added(String id) {
    return new MessageAdded("q", Messages.message(id, "content").toInternalMessage());
  }
}
