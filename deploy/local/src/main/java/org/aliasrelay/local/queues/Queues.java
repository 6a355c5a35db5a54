package org.aliasrelay.local.queues;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.elasticmq.NodeAddress;
import org.elasticmq.persistence.CreateQueueMetadata;
import org.elasticmq.persistence.DeadLettersQueue;
import org.elasticmq.util.NowProvider;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.Map$;

/** ElasticMQ on a loopback port that only the front talks to. */
public final class Queues implements AutoCloseable {

  private static final List<String> NAMES =
      List.of(
          "inbound-mail",
          "mail-events",
          "accepted-mail",
          "yielding-mail",
          "alias-activity",
          "delivery-events",
          "notices",
          "relay-events");

  /** High: an outage must not push mail into a dead-letter queue. */
  private static final int MAX_RECEIVE_COUNT = 100;

  private static final long VISIBILITY_SECONDS = 30;

  private final MessageStore store;
  private final ElasticMq elasticMq;

  private Queues(MessageStore store, ElasticMq elasticMq) {
    this.store = store;
    this.elasticMq = elasticMq;
  }

  /**
   * Starts SQS, brings back what was kept, and creates what queues are missing.
   *
   * @param home where messages are kept
   * @param port the loopback port to listen on
   * @param publicHost and {@code publicPort}: the front, which queue URLs in answers point at
   */
  public static Queues start(
      Path home, int port, String publicHost, int publicPort, String region, String account) {
    var store = MessageStore.in(home);
    var queues = new Queues(store, new ElasticMq(store));
    try {
      queues.elasticMq.restore(keptAndMissing(store), store);
      queues.elasticMq.listen(
          "127.0.0.1", port, new NodeAddress("http", publicHost, publicPort, ""), region, account);
      return queues;
    } catch (RuntimeException failure) {
      queues.close();
      throw failure;
    }
  }

  /**
   * Puts a message into a queue, as SNS does for its subscriber: not by the port.
   *
   * @throws QueueUnavailableException if there is no such queue, or it does not keep the message
   */
  public void send(String queue, String body) throws QueueUnavailableException {
    elasticMq.send(queue, body);
  }

  /** A queue that is there keeps the settings it has. */
  private static List<CreateQueueMetadata> keptAndMissing(MessageStore store) {
    List<CreateQueueMetadata> all = new ArrayList<>(store.queues());
    Set<String> kept = all.stream().map(CreateQueueMetadata::name).collect(Collectors.toSet());
    for (String name : NAMES) {
      String dead = name + "-dlq";
      if (!kept.contains(dead)) {
        all.add(queue(dead, null));
      }
      if (!kept.contains(name)) {
        all.add(queue(name, new DeadLettersQueue(dead, MAX_RECEIVE_COUNT)));
      }
    }
    return all;
  }

  private static CreateQueueMetadata queue(String name, @Nullable DeadLettersQueue dead) {
    long now = new NowProvider().nowMillis();
    return new CreateQueueMetadata(
        name,
        Option.apply((Object) VISIBILITY_SECONDS),
        Option.empty(),
        Option.empty(),
        now,
        now,
        Option.apply(dead),
        false,
        false,
        Option.empty(),
        Option.empty(),
        Map$.MODULE$.empty());
  }

  /** What was answered is on disk by now. */
  @Override
  public void close() {
    try (store) {
      elasticMq.stop();
    }
  }
}
