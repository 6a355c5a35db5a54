package org.aliasrelay.local.ses;

import java.util.Map;

/** What the simulator of SES does with mail for one of its addresses, or any provider elsewhere. */
enum SimulatedOutcome {
  /** Delivered to a mailbox. */
  DELIVERED,
  /** Taken by the simulator, which keeps nothing. */
  SWALLOWED,
  /** Refused for good. */
  BOUNCED,
  /** Not taken for as long as SES tries. */
  NOT_TAKEN,
  COMPLAINED,
  SUPPRESSED;

  private static final Map<String, SimulatedOutcome> NAMES =
      Map.of(
          "none", DELIVERED,
          "hard", BOUNCED,
          "soft", NOT_TAKEN,
          "complaint", COMPLAINED,
          "suppressed", SUPPRESSED);

  private static final String DOMAIN = "simulator.amazonses.com";

  /**
   * The outcome with the name that {@code /_local/ses} has for it.
   *
   * @throws IllegalArgumentException if there is none
   */
  static SimulatedOutcome named(String name) {
    SimulatedOutcome outcome = NAMES.get(name);
    if (outcome == null) {
      throw new IllegalArgumentException("no such bounce");
    }
    return outcome;
  }

  static boolean isSimulator(Address recipient) {
    return recipient.domain().equals(DOMAIN);
  }

  static SimulatedOutcome of(Address recipient) {
    if (!isSimulator(recipient)) {
      return DELIVERED;
    }
    // A label is allowed, so that a test can tell its mails apart: bounce+7@simulator…
    return switch (recipient.localPart().replaceFirst("\\+.*", "")) {
      case "bounce" -> BOUNCED;
      case "complaint" -> COMPLAINED;
      case "suppressionlist" -> SUPPRESSED;
      default -> SWALLOWED;
    };
  }
}
