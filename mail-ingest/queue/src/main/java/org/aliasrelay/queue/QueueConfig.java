package org.aliasrelay.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** Where the queues are, and how messages are held. */
@ConfigMapping(prefix = "relay.queues")
public interface QueueConfig {
  /** A queue's URL is this, a slash, and its name: one account, one region. */
  URI baseUrl();

  /**
   * How long a received message stays invisible before it must be extended; 3 s to 12 h. It is also
   * how long other instances wait for a message whose holder was killed, so it is short, and a
   * third of it must still be ample for one call to SQS.
   */
  @WithDefault("30s")
  Duration visibility();

  /**
   * Queues whose bodies are written by SES and hold addresses. What is dead-lettered from them is a
   * reference, never the body.
   */
  @WithDefault("inbound-mail,mail-events")
  Set<String> foreign();

  /**
   * Queues on which no mail waits: counts, and what became of what was sent. Their messages are
   * gathered.
   */
  @WithDefault("mail-events,delivery-events,alias-activity,relay-events")
  Set<String> unhurried();

  /**
   * How long a message of an {@link #unhurried} queue, or the deletion of any message, may wait for
   * others that go with it in one call to SQS; 0 to 5 s. The first after a pause of this length
   * never waits. Each call costs money and a third of a millisecond of processor time, for one
   * message as for ten.
   */
  @WithDefault("100ms")
  Duration gather();

  /** How long messages of this queue may wait for others. */
  default Duration gatherAt(String queueName) {
    return unhurried().contains(queueName) ? gather() : Duration.ZERO;
  }
}
