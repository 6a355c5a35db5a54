package org.aliasrelay.ingest.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.ingest.contract.DmarcPolicy;
import org.aliasrelay.ingest.contract.Verdict;
import org.aliasrelay.ingest.contract.Verdicts;
import org.jspecify.annotations.Nullable;

/** Reads what SES's checks said. The stored message repeats it, where a stranger can too. */
final class VerdictReader {
  private VerdictReader() {}

  static Verdicts read(JsonNode notification, @Nullable EmailAddress envelopeSender) {
    JsonNode receipt = notification.path("receipt");
    Verdict spf = verdict(receipt, "spfVerdict");
    Verdict dmarc = verdict(receipt, "dmarcVerdict");
    return new Verdicts(
        verdict(receipt, "spamVerdict"),
        verdict(receipt, "virusVerdict"),
        spf,
        verdict(receipt, "dkimVerdict"),
        dmarc,
        policy(receipt.path("dmarcPolicy").textValue()),
        dmarc == Verdict.PASS
            || (dmarc == Verdict.GRAY
                && spf == Verdict.PASS
                && isAligned(notification.path("mail"), envelopeSender)));
  }

  /**
   * Whether SPF's pass speaks for the author: strictly, the same domain and not a relative of it. A
   * DKIM pass alone says nothing here, because SES does not say which domain signed.
   */
  private static boolean isAligned(JsonNode mail, @Nullable EmailAddress envelopeSender) {
    return envelopeSender != null
        && FromDomain.of(mail).equals(Optional.of(envelopeSender.domain()));
  }

  private static Verdict verdict(JsonNode receipt, String name) {
    return Verdict.of(receipt.path(name).path("status").textValue());
  }

  private static DmarcPolicy policy(@Nullable String word) {
    return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
      case "none" -> DmarcPolicy.NONE;
      case "quarantine" -> DmarcPolicy.QUARANTINE;
      case "reject" -> DmarcPolicy.REJECT;
      default -> DmarcPolicy.ABSENT;
    };
  }
}
