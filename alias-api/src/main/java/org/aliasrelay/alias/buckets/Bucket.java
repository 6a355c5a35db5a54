package org.aliasrelay.alias.buckets;

import java.time.Duration;
import java.time.Instant;

/**
 * How much comes through at once, and how fast it goes on from there.
 *
 * @param burst how many come through at once, at least 1
 * @param every the time between two turns after that, more than zero
 */
public record Bucket(int burst, Duration every) {
  /** Refuses what is no share. */
  public Bucket {
    if (burst < 1 || !every.isPositive()) {
      throw new IllegalArgumentException("a share needs a burst and an interval");
    }
  }

  /**
   * The next turn, by the generic cell rate algorithm: one moment per bucket is all its memory.
   *
   * @param paidUntil when what was taken so far will have been made up for
   */
  Instant turn(Instant paidUntil, Instant now) {
    return later(now, later(paidUntil, now).minus(every.multipliedBy(burst - 1L)));
  }

  /** What {@code paidUntil} becomes once a turn is taken. */
  Instant take(Instant paidUntil, Instant now) {
    return later(paidUntil, now).plus(every);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
