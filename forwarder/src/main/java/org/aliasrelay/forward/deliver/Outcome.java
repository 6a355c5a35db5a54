package org.aliasrelay.forward.deliver;

import java.time.Instant;

/** How one attempt at a delivery went. */
public sealed interface Outcome {

  /** Everything is done, now or earlier. */
  record Finished() implements Outcome {}

  /** Someone else is at it, or an attempt of unknown end must be waited for. */
  record NotBefore(Instant when) implements Outcome {}

  /** Its turn has not come: it waits by its own schedule. */
  record Postponed(Instant until) implements Outcome {}

  /** A dependency is away. */
  record Waiting(String dependency) implements Outcome {}
}
