package org.aliasrelay.e2e.faults;

/**
 * A place where a fault can strike.
 *
 * @param number the same in each run, as long as the services ask for the same things
 */
record Failpoint(int number, String service, Moment moment, Phase phase) {}
