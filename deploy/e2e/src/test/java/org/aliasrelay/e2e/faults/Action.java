package org.aliasrelay.e2e.faults;

/** What happens to the service. */
enum Action {
  /** {@code kill -9}; it is started again. */
  KILL,
  /** {@code kill -9}; it is started again only when all its leases have ended. */
  OUTAGE,
  /** {@code SIGSTOP}, until a second instance has long had its turn; then {@code SIGCONT}. */
  PAUSE
}
