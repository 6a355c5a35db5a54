package org.aliasrelay.forward.pace;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Lets mail through at the rate that SES allows (quotas count recipients, and a send has one), the
 * lanes in turn. A lane that has many waiting already sends its next ones away for a while, so that
 * one owner's flood does not fill the hands of this process.
 */
@Singleton
public class Pace {
  /** Of the few dozen mails in hand, so many may be one owner's. */
  private static final int MOST_IN_A_LANE = 8;

  /** Well below the claim's lease. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /** A lane that has had its share of the day comes back that much later. */
  private static final Duration UNTIL_THE_DAY_IS_OLDER = Duration.ofMinutes(30);

  private final Rate rate;
  private final LongSupplier nanoTime;
  private final ReentrantLock lock = new ReentrantLock();
  private final Lanes<Waiter> lanes = new Lanes<>();
  private final DailyShares shares;

  /** When the next turn is due. */
  private long nextTurn;

  @Inject
  Pace(Rate rate, PaceConfig config) {
    this(rate, config.ownersShareOfDay(), System::nanoTime);
  }

  /** At that rate; one lane may have all of it. */
  public Pace(Rate rate) {
    this(rate, 1, System::nanoTime);
  }

  Pace(Rate rate, double ownersShareOfDay, LongSupplier nanoTime) {
    this.rate = rate;
    this.nanoTime = nanoTime;
    this.shares = new DailyShares(ownersShareOfDay, nanoTime);
    this.nextTurn = nanoTime.getAsLong();
  }

  /** Whether it is one's turn. */
  public sealed interface Turn {
    /** Now. */
    record Now() implements Turn {}

    /** Not soon: come back after that time. */
    record Later(Duration delay) implements Turn {}
  }

  private static final class Waiter {
    private final Condition turn;
    private boolean granted;

    Waiter(Condition turn) {
      this.turn = turn;
    }
  }

  /** Waits for the lane's turn, for ten seconds at most. */
  public Turn await(String lane) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (!shares.hasLeft(lane, rate.perDay())) {
        return new Turn.Later(UNTIL_THE_DAY_IS_OLDER);
      }
      if (lanes.isEmpty() && takeTurn()) {
        shares.take(lane);
        return new Turn.Now();
      }
      if (lanes.waitingIn(lane) >= MOST_IN_A_LANE) {
        return new Turn.Later(LONGEST_WAIT);
      }
      Waiter waiter = new Waiter(lock.newCondition());
      lanes.add(lane, waiter);
      return awaitTurn(lane, waiter);
    } finally {
      lock.unlock();
    }
  }

  /** What had its turn was not sent after all: SES's day is what it took, not what it was asked. */
  public void giveBack(String lane) {
    lock.lock();
    try {
      shares.giveBack(lane);
    } finally {
      lock.unlock();
    }
  }

  private Turn awaitTurn(String lane, Waiter waiter) throws InterruptedException {
    long left = LONGEST_WAIT.toNanos();
    try {
      while (!waiter.granted && left > 0) {
        grantDueTurns();
        if (waiter.granted) {
          break;
        }
        long untilNext = Math.max(1, nextTurn - nanoTime.getAsLong());
        long slice = Math.min(left, untilNext);
        left -= slice - Math.max(0, waiter.turn.awaitNanos(slice));
      }
    } finally {
      if (!waiter.granted) {
        lanes.remove(lane, waiter);
      }
    }
    if (!waiter.granted) {
      return new Turn.Later(LONGEST_WAIT);
    }
    shares.take(lane);
    return new Turn.Now();
  }

  /** Whoever waits may do this for all. */
  private void grantDueTurns() {
    while (!lanes.isEmpty() && takeTurn()) {
      lanes
          .next()
          .ifPresent(
              next -> {
                next.granted = true;
                next.turn.signal();
              });
    }
  }

  private boolean takeTurn() {
    long now = nanoTime.getAsLong();
    if (nextTurn - now > 0) {
      return false;
    }
    double perSecond = rate.perSecond();
    long interval = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
    // Up to a second's worth may be made up for: SES allows short bursts above its rate.
    nextTurn = Math.max(nextTurn, now - TimeUnit.SECONDS.toNanos(1)) + interval;
    return true;
  }
}
