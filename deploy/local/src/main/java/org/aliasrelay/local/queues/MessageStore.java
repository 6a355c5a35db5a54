package org.aliasrelay.local.queues;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.elasticmq.persistence.CreateQueueMetadata;
import org.elasticmq.persistence.sql.CreateQueueProtocol$;
import org.elasticmq.persistence.sql.DBMessage;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spray.json.JsonParser;
import spray.json.ParserInput;

/**
 * The file that queues and their messages are kept in. What one {@link #write} brings is in the
 * file as a whole or not at all, and when it returns, {@code kill -9} loses none of it.
 */
final class MessageStore implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MessageStore.class);
  private static final char BETWEEN = '/';
  private static final int CACHE_MEGABYTES = 4;
  private static final int PAGE_BYTES = 4096;

  private final Path file;
  private final StoreKey key;
  private Content content;
  private boolean closed;

  /** What is in the file while that is open. */
  private record Content(
      MVStore store, MVMap<String, byte[]> queues, MVMap<String, byte[]> messages) {}

  private MessageStore(Path file, StoreKey key) {
    this.file = file;
    this.key = key;
    this.content = open(file);
  }

  /** Opens the file in that folder, or makes both. */
  static MessageStore in(Path home) {
    try {
      Files.createDirectories(home);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new MessageStore(home.resolve("messages.mvstore"), StoreKey.in(home));
  }

  /** Space is used again as soon as nothing in it counts; nothing is written behind our back. */
  private static Content open(Path file) {
    MVStoreTool.compactCleanUp(file.toString());
    MVStore store =
        new MVStore.Builder()
            .fileName(file.toString())
            .autoCommitDisabled()
            .cacheSize(CACHE_MEGABYTES)
            .pageSplitSize(PAGE_BYTES)
            .open();
    store.setRetentionTime(0);
    store.setVersionsToKeep(0);
    return new Content(store, map(store, "queues"), map(store, "messages"));
  }

  private static MVMap<String, byte[]> map(MVStore store, String name) {
    return store.openMap(
        name,
        new MVMap.Builder<String, byte[]>()
            .keyType(StringDataType.INSTANCE)
            .valueType(ByteArrayDataType.INSTANCE));
  }

  /**
   * Writes all of it.
   *
   * @throws MVStoreException if it cannot be written now; then nothing of it is, and the next try
   *     may be better
   */
  synchronized void write(List<Change> changes) {
    if (closed) {
      throw new IllegalStateException("the queues' file is closed");
    }
    if (content.store.isClosed()) {
      content = open(file);
    }
    try {
      changes.forEach(this::apply);
      content.store.commit();
    } catch (MVStoreException failure) {
      content.store.closeImmediately();
      throw failure;
    }
  }

  private void apply(Change change) {
    switch (change) {
      case Change.QueueSet(CreateQueueMetadata settings) ->
          content.queues.put(settings.name(), json(settings));
      case Change.QueueRemoved(String queue) -> {
        content.queues.remove(queue);
        forEach(queue, (place, bytes) -> content.messages.remove(place));
      }
      case Change.MessageSet(String queue, DBMessage message) -> {
        String place = place(queue, message.messageId());
        content.messages.put(place, key.seal(place, MessageBytes.of(message)));
      }
      case Change.MessageRemoved(String queue, String messageId) ->
          content.messages.remove(place(queue, messageId));
    }
  }

  synchronized List<CreateQueueMetadata> queues() {
    return content.queues.values().stream().map(MessageStore::settings).toList();
  }

  synchronized List<DBMessage> messages(String queue) {
    List<DBMessage> found = new ArrayList<>();
    forEach(queue, (place, bytes) -> found.add(MessageBytes.read(key.open(place, bytes))));
    return found;
  }

  /** A queue's name has no slash, so none is the beginning of another one. */
  private void forEach(String queue, BiConsumer<String, byte[]> consumer) {
    String prefix = queue + BETWEEN;
    var cursor = content.messages.cursor(prefix);
    while (cursor.hasNext() && cursor.next().startsWith(prefix)) {
      consumer.accept(cursor.getKey(), cursor.getValue());
    }
  }

  private static String place(String queue, String messageId) {
    return queue + BETWEEN + messageId;
  }

  private static byte[] json(CreateQueueMetadata settings) {
    return CreateQueueProtocol$.MODULE$
        .CreateQueueFormat()
        .write(settings)
        .compactPrint()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static CreateQueueMetadata settings(byte[] json) {
    return CreateQueueProtocol$.MODULE$
        .CreateQueueFormat()
        .read(JsonParser.apply(ParserInput.apply(json)));
  }

  /**
   * Also rewrites the file without what is deleted, by a copy that takes its place: the store's own
   * ways to compact itself move chunks about in the file, and are known to fail at it.
   */
  @Override
  public synchronized void close() {
    closed = true;
    content.store.close();
    try {
      MVStoreTool.compact(file.toString(), false);
    } catch (MVStoreException failure) {
      LOG.warn("the queues' file keeps its size, for it cannot be copied", failure);
    }
  }
}
