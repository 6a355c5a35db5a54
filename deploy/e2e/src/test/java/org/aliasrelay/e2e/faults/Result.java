package org.aliasrelay.e2e.faults;

/**
 * What became of one mail that a fault met.
 *
 * @param reached whether the fault struck at all
 * @param ended whether the mail came to its end: nothing queued, nothing kept
 * @param sends how often SES took it
 * @param dead how many messages were given up over it
 */
record Result(
    Failpoint point,
    Action action,
    boolean reached,
    boolean ended,
    int sends,
    Errand.Findings findings,
    int dead) {
  private static final String ROW = "%-7s %-11s %4s %-62s %-11s %-6s %5s %7s  %s%n";
  private static final String GOOD = "good";
  private static final String NOT_REACHED = "NOT REACHED";

  boolean good() {
    return outcome().equals(GOOD);
  }

  /** The mail fared well, and the fault did not strike. */
  boolean missed() {
    return outcome().equals(NOT_REACHED);
  }

  boolean lost() {
    return sends == 0 || findings.effects() == 0;
  }

  boolean repeated() {
    return sends > 1 || findings.effects() > 1;
  }

  boolean miscounted() {
    return findings.counted() != 1;
  }

  private String outcome() {
    if (lost()) {
      return "LOST";
    }
    if (repeated()) {
      return "DUPLICATE";
    }
    if (!ended) {
      return "LEFTOVERS";
    }
    if (miscounted()) {
      return "MISCOUNTED";
    }
    if (!findings.oddity().isEmpty()) {
      return "WRONG: " + findings.oddity();
    }
    if (dead != 0) {
      return "DEAD LETTERS";
    }
    return reached ? GOOD : NOT_REACHED;
  }

  static String heading() {
    return ROW.formatted(
        "pass", "service", "no.", "operation", "phase", "action", "sends", "counted", "outcome");
  }

  @Override
  public String toString() {
    return ROW.formatted(
        point.pass(),
        point.service(),
        point.number(),
        point.moment(),
        point.phase(),
        action,
        sends,
        findings.counted(),
        outcome());
  }
}
