package org.aliasrelay.local.queues;

import static org.aliasrelay.local.queues.Messages.message;
import static org.aliasrelay.local.queues.Messages.queue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.elasticmq.persistence.sql.DBMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageStoreTest {

  @TempDir private Path home;

  @Test
  void givesBackWhatWasWritten() {
    DBMessage message = message("m1", "\u00e4\u2603 <&>");
    try (var store = MessageStore.in(home)) {
      store.write(List.of(new Change.QueueSet(queue("q")), new Change.MessageSet("q", message)));
    }

    try (var store = MessageStore.in(home)) {
      assertThat(store.queues()).containsExactly(queue("q"));
      assertThat(store.messages("q")).singleElement().usingRecursiveComparison().isEqualTo(message);
    }
  }

  @Test
  void aQueueOwnsItsMessagesOnly() {
    try (var store = MessageStore.in(home)) {
      store.write(
          List.of(
              new Change.QueueSet(queue("q")),
              new Change.QueueSet(queue("q-dlq")),
              new Change.MessageSet("q", message("m1", "one")),
              new Change.MessageSet("q", message("m2", "two")),
              new Change.MessageSet("q-dlq", message("m3", "three"))));
      store.write(List.of(new Change.MessageRemoved("q", "m1")));
      assertThat(store.messages("q")).extracting(Messages::content).containsExactly("two");

      store.write(List.of(new Change.QueueRemoved("q")));

      assertThat(store.queues()).containsExactly(queue("q-dlq"));
      assertThat(store.messages("q")).isEmpty();
      assertThat(store.messages("q-dlq")).extracting(Messages::content).containsExactly("three");
    }
  }

  @Test
  void contentCannotBeReadInTheFile() throws IOException {
    try (var store = MessageStore.in(home)) {
      store.write(List.of(new Change.MessageSet("q", message("m1", "canary-77ab"))));
    }

    assertThat(Files.readString(file(), StandardCharsets.ISO_8859_1)).doesNotContain("canary");
  }

  @Test
  void anotherKeyOpensNothing() throws IOException {
    try (var store = MessageStore.in(home)) {
      store.write(List.of(new Change.MessageSet("q", message("m1", "one"))));
    }
    Files.delete(home.resolve("key"));

    try (var store = MessageStore.in(home)) {
      assertThatThrownBy(() -> store.messages("q"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("key");
    }
  }

  /** Some messages stay, as dead letters do, while very many others come and go. */
  @Test
  void theFileDoesNotGrowWithWhatIsGone() throws IOException {
    try (var store = MessageStore.in(home)) {
      for (int round = 0; round < 3000; round++) {
        List<Change> changes = new ArrayList<>();
        if (round % 100 == 0) {
          changes.add(new Change.MessageSet("q-dlq", message("dead" + round, "x".repeat(2000))));
        }
        int from = round * 5;
        IntStream.range(from, from + 5)
            .forEach(
                i -> changes.add(new Change.MessageSet("q", message("m" + i, "x".repeat(2000)))));
        IntStream.range(from - 50, from - 45)
            .forEach(i -> changes.add(new Change.MessageRemoved("q", "m" + i)));
        store.write(changes);
      }
      assertThat(store.messages("q-dlq")).hasSize(30);
      assertThat(store.messages("q")).hasSize(50);
      assertThat(Files.size(file())).isLessThan(15_000 * 2000 / 10);
    }
    assertThat(Files.size(file())).as("with the 80 messages that are left").isLessThan(400_000);
    try (var store = MessageStore.in(home)) {
      assertThat(store.messages("q-dlq")).hasSize(30);
      assertThat(store.messages("q")).hasSize(50);
    }
  }

  private Path file() {
    return home.resolve("messages.mvstore");
  }
}
