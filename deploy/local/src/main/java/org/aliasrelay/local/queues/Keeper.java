package org.aliasrelay.local.queues;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.AbstractActorWithTimers;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Props;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent.MessageAdded;
import org.elasticmq.actor.queue.QueueEvent.MessageRemoved;
import org.elasticmq.actor.queue.QueueEvent.MessageUpdated;
import org.elasticmq.actor.queue.QueueEvent.QueueCreated;
import org.elasticmq.actor.queue.QueueEvent.QueueDeleted;
import org.elasticmq.actor.queue.QueueEvent.QueueMetadataUpdated;
import org.elasticmq.persistence.CreateQueueMetadata;
import org.elasticmq.persistence.sql.DBMessage;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what happens in queues, and only then lets ElasticMQ answer. What comes while it writes is
 * written together, by one commit. If the disk is full, nobody is answered until it is not.
 */
final class Keeper extends AbstractActorWithTimers {

  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
  private static final String BLOCKING = "pekko.actor.default-blocking-io-dispatcher";
  private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(1);

  private enum Write {
    NOW
  }

  /** Writes all of it, or throws {@link MVStoreException} and has written nothing. */
  @FunctionalInterface
  interface Writer {
    void write(List<Change> changes);
  }

  private final Writer writer;
  private final List<Change> changes = new ArrayList<>();
  private final List<ActorRef> waiting = new ArrayList<>();
  private boolean failing;

  Keeper(Writer writer) {
    this.writer = writer;
  }

  static Props props(Writer writer) {
    return Props.create(Keeper.class, () -> new Keeper(writer)).withDispatcher(BLOCKING);
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(
            MessageAdded.class,
            added -> keepAndAnswer(set(added.queueName(), Copies.of(added.message()))))
        .match(
            MessageUpdated.class,
            updated -> keepAndAnswer(set(updated.queueName(), Copies.of(updated.message()))))
        .match(
            MessageRemoved.class,
            removed ->
                keepAndAnswer(new Change.MessageRemoved(removed.queueName(), removed.messageId())))
        .match(
            QueueCreated.class,
            created -> keep(new Change.QueueSet(CreateQueueMetadata.from(created.queue()))))
        .match(
            QueueMetadataUpdated.class,
            updated -> keep(new Change.QueueSet(CreateQueueMetadata.from(updated.queue()))))
        .match(QueueDeleted.class, deleted -> keep(new Change.QueueRemoved(deleted.queueName())))
        .matchEquals(Write.NOW, write -> write())
        .build();
  }

  private static Change set(String queue, DBMessage message) {
    return new Change.MessageSet(queue, message);
  }

  private void keepAndAnswer(Change change) {
    waiting.add(getSender());
    keep(change);
  }

  /** The wish to write comes behind all that waits in the mailbox by now. */
  private void keep(Change change) {
    if (changes.isEmpty()) {
      getSelf().tell(Write.NOW, getSelf());
    }
    changes.add(change);
  }

  private void write() {
    try {
      writer.write(changes);
    } catch (MVStoreException failure) {
      // Once: a log that grows each second is no help where the disk is full.
      if (!failing) {
        LOG.error("the queues cannot be written; they wait, and try again", failure);
      }
      failing = true;
      getTimers().startSingleTimer(Write.NOW, Write.NOW, UNTIL_NEXT_TRY);
      return;
    }
    if (failing) {
      LOG.warn("the queues can be written again");
    }
    failing = false;
    changes.clear();
    waiting.forEach(sender -> sender.tell(OperationSuccessful$.MODULE$, getSelf()));
    waiting.clear();
  }
}
