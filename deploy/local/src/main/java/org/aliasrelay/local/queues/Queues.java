package org.aliasrelay.local.queues;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scala.Function0;

/** ElasticMQ on a loopback port that only the front talks to. */
public final class Queues implements AutoCloseable {

  private static final List<String> NAMES =
      List.of(
          "inbound-mail",
          "mail-events",
          "accepted-mail",
          "alias-activity",
          "delivery-events",
          "notices",
          "relay-events");

  /** High: an outage must not push mail into a dead-letter queue. */
  private static final int MAX_RECEIVE_COUNT = 100;

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Function0<?> stop;

  private final MessageStorage storage;

  private Queues(Function0<?> stop, MessageStorage storage) {
    this.stop = stop;
    this.storage = storage;
  }

  /**
   * Starts SQS and creates what queues are missing.
   *
   * @param home where messages are kept
   * @param port the loopback port to listen on
   * @param publicHost and {@code publicPort}: the front, which queue URLs in answers point at
   */
  public static Queues start(
      Path home, int port, String publicHost, int publicPort, String region, String account) {
    var storage = MessageStorage.in(home);
    var settings = new LinkedHashMap<String, Object>();
    settings.put("rest-sqs.bind-hostname", "127.0.0.1");
    settings.put("rest-sqs.bind-port", port);
    settings.put("node-address.host", publicHost);
    settings.put("node-address.port", publicPort);
    settings.put("aws.region", region);
    settings.put("aws.accountId", account);
    settings.put("messages-storage.enabled", true);
    settings.put("messages-storage.uri", storage.url());
    settings.put("messages-storage.username", MessageStorage.USER);
    settings.put("messages-storage.password", storage.passwords());
    NAMES.forEach(name -> settings.putAll(queue(name)));
    var config =
        ConfigFactory.parseMap(settings)
            .withFallback(
                ConfigFactory.parseResources(
                    Queues.class, "elasticmq.conf", ConfigParseOptions.defaults()))
            .withFallback(ConfigFactory.load());
    return new Queues(new ElasticMQServer(new ElasticMQServerConfig(config)).start(), storage);
  }

  private static Map<String, Object> queue(String name) {
    String path = "queues." + name;
    return Map.of(
        path + ".defaultVisibilityTimeout",
        "30 seconds",
        path + ".deadLettersQueue.name",
        name + "-dlq",
        path + ".deadLettersQueue.maxReceiveCount",
        MAX_RECEIVE_COUNT,
        path + "-dlq.defaultVisibilityTimeout",
        "30 seconds");
  }

  /** ElasticMQ waits for long polls to end. Messages are on disk by now, so we do not. */
  @Override
  public void close() {
    Thread stopping = Thread.ofPlatform().daemon().name("queues-stop").start(stop::apply);
    try {
      stopping.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    storage.compact();
  }
}
