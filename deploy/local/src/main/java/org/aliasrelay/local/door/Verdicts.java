package org.aliasrelay.local.door;

import java.util.List;
import java.util.Locale;
import org.aliasrelay.local.message.HeaderField;

/** What the checks of SES said: all passed, unless the message itself says otherwise. */
record Verdicts(Status spam, Status virus, Status spf, Status dkim, Status dmarc, Policy policy) {

  /** Lets a test choose; SES knows no such field, so the door takes it out. */
  static final String FIELD = "X-Local-Verdicts";

  enum Status {
    PASS,
    FAIL,
    GRAY,
    PROCESSING_FAILED,
    DISABLED
  }

  /** What the sender's domain asks for; SES reports it only when DMARC failed. */
  enum Policy {
    NONE,
    QUARANTINE,
    REJECT
  }

  static Verdicts allPass() {
    return new Verdicts(
        Status.PASS, Status.PASS, Status.PASS, Status.PASS, Status.PASS, Policy.NONE);
  }

  /**
   * Reads every {@link #FIELD}; a later one wins.
   *
   * @throws IllegalArgumentException for a word that means nothing, since a test with a misspelt
   *     verdict would pass for the wrong reason
   */
  static Verdicts askedFor(List<HeaderField> fields) {
    Verdicts verdicts = allPass();
    for (HeaderField field : fields) {
      if (field.is(FIELD)) {
        for (String pair : field.value().split(",", -1)) {
          verdicts = verdicts.with(pair);
        }
      }
    }
    return verdicts;
  }

  private Verdicts with(String pair) {
    if (pair.isBlank()) {
      return this;
    }
    int equals = pair.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException("not a verdict");
    }
    String value = pair.substring(equals + 1).strip().toUpperCase(Locale.ROOT);
    return switch (pair.substring(0, equals).strip().toLowerCase(Locale.ROOT)) {
      case "spam" -> new Verdicts(Status.valueOf(value), virus, spf, dkim, dmarc, policy);
      case "virus" -> new Verdicts(spam, Status.valueOf(value), spf, dkim, dmarc, policy);
      case "spf" -> new Verdicts(spam, virus, Status.valueOf(value), dkim, dmarc, policy);
      case "dkim" -> new Verdicts(spam, virus, spf, Status.valueOf(value), dmarc, policy);
      case "dmarc" -> new Verdicts(spam, virus, spf, dkim, Status.valueOf(value), policy);
      case "policy" -> new Verdicts(spam, virus, spf, dkim, dmarc, Policy.valueOf(value));
      default -> throw new IllegalArgumentException("not a verdict");
    };
  }
}
