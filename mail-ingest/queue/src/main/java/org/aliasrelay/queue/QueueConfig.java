package org.aliasrelay.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Where the queues are, and how messages are held. */
@ConfigMapping(prefix = "relay")
public interface QueueConfig {

  /** Amazon, or what stands in for it. */
  Aws aws();

  /** Addresses of the queues. */
  Queues queues();

  /** The endpoint shared by every AWS client of the service. */
  interface Aws {
    /** Absent in production: the SDK then finds the region's own endpoint. */
    Optional<URI> endpoint();
  }

  /** The queues of one installation share an account and a region. */
  interface Queues {
    /** A queue's URL is this, a slash, and its name. */
    URI baseUrl();

    /**
     * How long a received message stays invisible before it must be extended; 3 s to 12 h. It is
     * also how long other instances wait for a message whose holder was killed, so it is short, and
     * a third of it must still be ample for one call to SQS.
     */
    @WithDefault("30s")
    Duration visibility();

    /**
     * Queues whose bodies are written by SES and hold addresses. What is dead-lettered from them is
     * a reference, never the body.
     */
    @WithDefault("inbound-mail,mail-events")
    Set<String> foreign();
  }
}
