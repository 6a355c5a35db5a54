package org.aliasrelay.local.ses;

/** What the simulator of SES does with mail for one of its addresses, or any provider elsewhere. */
enum SimulatedOutcome {
  /** Delivered to a mailbox. */
  DELIVERED,
  /** Taken by the simulator, which keeps nothing. */
  SWALLOWED,
  BOUNCED,
  COMPLAINED,
  SUPPRESSED;

  private static final String DOMAIN = "simulator.amazonses.com";

  static SimulatedOutcome of(Address recipient) {
    if (!recipient.domain().equals(DOMAIN)) {
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
