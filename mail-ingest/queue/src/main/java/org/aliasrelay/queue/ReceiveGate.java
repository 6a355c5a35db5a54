package org.aliasrelay.queue;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whether a queue may be received from. Closed while any message in hand waits for a dependency;
 * the first one that gets through wakes the others.
 */
final class ReceiveGate {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int waiting;
  private long recoveries;

  boolean isOpen() {
    lock.lock();
    try {
      return waiting == 0;
    } finally {
      lock.unlock();
    }
  }

  /** One more message waits. Returns true if that closed the gate. */
  boolean enter() {
    lock.lock();
    try {
      return waiting++ == 0;
    } finally {
      lock.unlock();
    }
  }

  /** A message waits no longer. Returns true if that opened the gate. */
  boolean leave() {
    lock.lock();
    try {
      recoveries++;
      changed.signalAll();
      return --waiting == 0;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for so long, or until another message got through. */
  void await(Duration atMost) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long before = recoveries;
      long left = atMost.toNanos();
      while (recoveries == before && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Wakes everyone, for the service stops. */
  void wake() {
    lock.lock();
    try {
      recoveries++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
