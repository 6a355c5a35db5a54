package org.aliasrelay.forward.ledger;

import java.time.Instant;

/** The answer to someone who wants to work on a delivery. */
public sealed interface Claim {

  /**
   * It is yours until the lease ends.
   *
   * @param fence goes with every later change; a change by an earlier claimant is refused
   * @param attempts how often sending was begun before
   * @param undecided of how many of them nobody knows how they ended
   */
  record Claimed(long fence, int attempts, int undecided) implements Claim {}

  /** Someone else works on it, until then at the latest. */
  record Leased(Instant until) implements Claim {}

  /** Nothing more is to be sent. */
  record Terminal(Ending ending) implements Claim {}
}
