package org.aliasrelay.queue;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** Settings of a test: no gathering but on one queue. */
record QueueSettings(Set<String> unhurried, Duration gather) implements QueueConfig {
  QueueSettings() {
    this(Set.of(), Duration.ZERO);
  }

  @Override
  public URI baseUrl() {
    return URI.create("http://sqs.test/000000000000");
  }

  @Override
  public Duration visibility() {
    return Duration.ofSeconds(30);
  }

  @Override
  public Set<String> foreign() {
    return Set.of();
  }
}
