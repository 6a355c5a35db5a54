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
}
