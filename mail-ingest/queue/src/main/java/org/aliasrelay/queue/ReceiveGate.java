package org.aliasrelay.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whether a queue may be received from. A message that begins to wait for a dependency closes it,
 * for the next ones would fail as well; any message that gets through opens it, although the one
 * that closed it may go on waiting. While it is closed, one message now and then is let in to try.
 */
final class ReceiveGate {
  /** How much may be received now. */
  enum Room {
    ANY,
    ONE,
    NONE
  }

  private final Patience patience;
  private final Clock clock;
  private final Attendance attendance = new Attendance();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean open = true;
  private int waiting;
  private long openings;
  private long done;
  private Duration probePause;
  private Instant nextProbe = Instant.MIN;

  ReceiveGate(Patience patience, Clock clock) {
    this.patience = patience;
    this.clock = clock;
    this.probePause = patience.firstProbe();
  }

  boolean isOpen() {
    lock.lock();
    try {
      return open;
    } finally {
      lock.unlock();
    }
  }

  /**
   * A receive that was asked for then has been answered.
   *
   * @param isFull with as many messages as were asked for, so that there may be more
   */
  void received(Instant asked, boolean isFull) {
    attendance.received(asked, clock.instant(), isFull);
  }

  /** A receive failed. */
  void missed() {
    attendance.interrupted();
  }

  /** Since when all that came has been received and could be handled: now, if it cannot be now. */
  Instant attendedSince(Instant now) {
    lock.lock();
    try {
      // One that waits has been received, but says nothing to anybody yet.
      return open && waiting == 0 ? attendance.since(now) : now;
    } finally {
      lock.unlock();
    }
  }

  /** Asked before each receive: the answer {@link Room#ONE} is given once for each probe. */
  Room room() {
    lock.lock();
    try {
      if (open) {
        return Room.ANY;
      }
      Instant now = clock.instant();
      if (waiting >= patience.mostWaiting() || now.isBefore(nextProbe)) {
        return Room.NONE;
      }
      probePause = patience.nextProbe(probePause);
      nextProbe = now.plus(probePause);
      return Room.ONE;
    } finally {
      lock.unlock();
    }
  }

  /** One more message waits. Returns true if that closed the gate. */
  boolean enter() {
    lock.lock();
    try {
      waiting++;
      boolean closes = open;
      if (closes) {
        open = false;
        attendance.interrupted();
        probePause = patience.firstProbe();
        nextProbe = clock.instant().plus(probePause);
      }
      return closes;
    } finally {
      lock.unlock();
    }
  }

  /** A message waits no longer, whether it got through or not. */
  void leave() {
    lock.lock();
    try {
      waiting--;
    } finally {
      lock.unlock();
    }
  }

  /**
   * A message got through. Returns true if that opened the gate.
   *
   * @param isDone and not just put off, which says little about the others
   */
  boolean passed(boolean isDone) {
    lock.lock();
    try {
      done += isDone ? 1 : 0;
      boolean opens = !open;
      if (opens) {
        open = true;
        attendance.interrupted();
        openings++;
        changed.signalAll();
      }
      return opens;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for so long, or until the gate opens. Returns false if it opened. */
  boolean await(long openingsSeen, Duration atMost) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = atMost.toNanos();
      while (openings == openingsSeen && left > 0) {
        left = changed.awaitNanos(left);
      }
      return openings == openingsSeen;
    } finally {
      lock.unlock();
    }
  }

  /** Wakes everyone, for the service stops. */
  void wake() {
    lock.lock();
    try {
      openings++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  int waiting() {
    lock.lock();
    try {
      return waiting;
    } finally {
      lock.unlock();
    }
  }

  long openings() {
    lock.lock();
    try {
      return openings;
    } finally {
      lock.unlock();
    }
  }

  /** How many messages were finished here since the start. */
  long done() {
    lock.lock();
    try {
      return done;
    } finally {
      lock.unlock();
    }
  }
}
