package org.aliasrelay.e2e.faults;

/**
 * What became of one mail that a fault met.
 *
 * @param reached whether the fault struck at all
 * @param ended whether the mail came to its end: nothing queued, nothing kept
 * @param sends how often SES took it
 * @param copies how often it arrived
 * @param counted how often it was counted for its alias
 * @param dead how many messages were given up over it
 */
record Result(
    Failpoint point,
    Action action,
    boolean reached,
    boolean ended,
    int sends,
    int copies,
    int counted,
    int dead) {
  private static final String ROW = "%4s %-12s %-62s %-12s %-6s %5s %7s  %s%n";

  boolean good() {
    return outcome().equals("good");
  }

  boolean lost() {
    return sends == 0 || copies == 0;
  }

  boolean repeated() {
    return sends > 1 || copies > 1;
  }

  private String outcome() {
    if (!reached) {
      return "NOT REACHED";
    }
    if (lost()) {
      return "LOST";
    }
    if (repeated()) {
      return "DUPLICATE";
    }
    if (!ended) {
      return "LEFTOVERS";
    }
    if (counted != 1) {
      return "MISCOUNTED";
    }
    return dead == 0 ? "good" : "DEAD LETTERS";
  }

  static String heading() {
    return ROW.formatted(
        "no.", "service", "operation", "phase", "action", "sends", "counted", "outcome");
  }

  @Override
  public String toString() {
    return ROW.formatted(
        point.number(),
        point.service(),
        point.moment(),
        point.phase(),
        action,
        sends,
        counted,
        outcome());
  }
}
