package org.aliasrelay.e2e.faults;

/** One mail that makes a pass, and what is seen of it from outside. */
sealed interface Errand permits ForwardErrand, ReplyErrand, BounceErrand {
  /** Hands the mail in. */
  void begin();

  /** What has come of it. Nothing may wait to strike any more, for this asks alias-api. */
  Findings findings();

  /**
   * What a pass came to.
   *
   * @param effects how often that happened which the pass is for: 1
   * @param counted how often the owner is told of it: 1
   * @param oddity what else is not as it should be; empty if all is
   */
  record Findings(int effects, int counted, String oddity) {
    Findings and(String other) {
      String both = oddity.isEmpty() || other.isEmpty() ? oddity + other : oddity + ", " + other;
      return new Findings(effects, counted, both);
    }
  }
}
