package org.aliasrelay.ingest.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aliasrelay.queue.QueuePublisher;
import org.aliasrelay.queue.QueueUnavailableException;

/** Queues in memory. Each can be away. */
public final class InMemoryQueues implements QueuePublisher {
  private final Map<String, List<Object>> taken = new HashMap<>();
  private final Map<String, Duration> delays = new HashMap<>();
  private final Set<String> away = new HashSet<>();

  public void stop(String queueName) {
    away.add(queueName);
  }

  public void restart() {
    away.clear();
  }

  public List<Object> on(String queueName) {
    return taken.getOrDefault(queueName, List.of());
  }

  /** How long the last messages for that queue are held back. */
  public Duration delayOf(String queueName) {
    return delays.getOrDefault(queueName, Duration.ZERO);
  }

  @Override
  public void publish(String queueName, List<?> messages, Duration delay)
      throws QueueUnavailableException {
    if (away.contains(queueName)) {
      throw new QueueUnavailableException(queueName, "test");
    }
    delays.put(queueName, delay);
    taken.computeIfAbsent(queueName, name -> new ArrayList<>()).addAll(messages);
  }
}
