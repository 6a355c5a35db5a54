package org.aliasrelay.e2e.faults;

/**
 * A place where a fault can strike.
 *
 * @param number within the pass and the service; the same in each run, as long as the service asks
 *     for the same things
 */
record Failpoint(int number, Pass pass, String service, Moment moment, Phase phase) {}
