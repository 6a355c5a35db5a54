package org.aliasrelay.forward.pace;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What each lane has had of the day's sends, so that the flood of one owner does not use up the day
 * for all. A day begins with its first send. Not safe for threads; its user locks.
 */
final class DailyShares {
  private static final long DAY = TimeUnit.DAYS.toNanos(1);

  /** Even where the account may send very little, everybody may send something. */
  private static final double SMALLEST = 10;

  private final double share;
  private final LongSupplier nanoTime;
  private final Map<String, Integer> taken = new HashMap<>();
  private long dayStart;

  /**
   * @param share of a day that one lane may have, above 0, at most 1
   */
  DailyShares(double share, LongSupplier nanoTime) {
    this.share = share;
    this.nanoTime = nanoTime;
    this.dayStart = nanoTime.getAsLong();
  }

  /** Whether a lane has something left of so many sends a day. */
  boolean hasLeft(String lane, double perDay) {
    beginDay();
    return taken.getOrDefault(lane, 0) < Math.max(SMALLEST, perDay * share);
  }

  void take(String lane) {
    beginDay();
    taken.merge(lane, 1, Integer::sum);
  }

  void giveBack(String lane) {
    beginDay();
    taken.computeIfPresent(lane, (_, count) -> count > 1 ? count - 1 : null);
  }

  private void beginDay() {
    long now = nanoTime.getAsLong();
    if (now - dayStart >= DAY) {
      taken.clear();
      dayStart = now;
    }
  }
}
