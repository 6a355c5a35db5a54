package org.aliasrelay.forward.rewrite;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aliasrelay.ingest.contract.Verdicts;

/** What SES said of a message, as a field for filters. */
final class VerdictField {
  /** There are some thousands at most, and hardly more than ten in use. */
  private static final Map<Verdicts, byte[]> MADE = new ConcurrentHashMap<>();

  private VerdictField() {}

  /** The whole field; nobody may change it. */
  static byte[] of(Verdicts verdicts) {
    return MADE.computeIfAbsent(verdicts, VerdictField::make);
  }

  private static byte[] make(Verdicts verdicts) {
    String text =
        "spam="
            + verdicts.spam()
            + "; virus="
            + verdicts.virus()
            + "; spf="
            + verdicts.spf()
            + "; dkim="
            + verdicts.dkim()
            + "; dmarc="
            + verdicts.dmarc()
            + "; authenticated="
            + (verdicts.authenticated() ? "yes" : "no");
    return FieldWriter.field(FieldRules.OURS + "Verdicts", text);
  }
}
