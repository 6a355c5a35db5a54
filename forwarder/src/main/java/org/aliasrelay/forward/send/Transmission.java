package org.aliasrelay.forward.send;

import java.time.Instant;

/** How far one call to SES has come: before its bytes leave, nothing can have been taken. */
final class Transmission {
  /** What became of it. */
  enum State {
    NOT_ASKED_FOR,
    TOO_LATE,
    BEGUN
  }

  private final Instant before;
  private volatile State state = State.NOT_ASKED_FOR;

  /** One that must have begun before that moment, or never begin. */
  Transmission(Instant before) {
    this.before = before;
  }

  /** Returns false if it is too late. */
  boolean begin(Instant now) {
    state = now.isBefore(before) ? State.BEGUN : State.TOO_LATE;
    return state == State.BEGUN;
  }

  State state() {
    return state;
  }
}
