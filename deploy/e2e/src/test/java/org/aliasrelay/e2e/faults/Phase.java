package org.aliasrelay.e2e.faults;

/** Where in an operation the fault strikes. */
enum Phase {
  /** The request has left the service, and reaches nobody. */
  BEFORE,
  /** The request was carried out; the service gets the answer, and does nothing more. */
  AFTER,
  /** The request was carried out; the service never hears of it. */
  ANSWER_LOST
}
