package org.aliasrelay.forward.deliver;

import java.time.Instant;

/** How well SES's events are heard. */
@FunctionalInterface
public interface Hearing {
  /**
   * The moment from which on every event that came has been received, and could be recorded.
   *
   * @param now the answer where none is heard at present
   */
  Instant since(Instant now);
}
