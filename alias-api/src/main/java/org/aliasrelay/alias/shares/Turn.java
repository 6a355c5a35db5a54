package org.aliasrelay.alias.shares;

import java.time.Instant;

/** When it is a mail's turn. */
public sealed interface Turn {
  /**
   * Not before this moment, which may be past.
   *
   * @param yields whether it lets other mail go first, since there was so much of its kind of late
   */
  record At(Instant moment, boolean yields) implements Turn {}

  /** So many are before it that it would wait for longer than any mail should. */
  record Flooded() implements Turn {}
}
