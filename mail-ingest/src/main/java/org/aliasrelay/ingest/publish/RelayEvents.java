package org.aliasrelay.ingest.publish;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.aliasrelay.ingest.admit.Admission;
import org.aliasrelay.ingest.admit.Admission.Admitted;
import org.aliasrelay.ingest.admit.Admission.Deferred;
import org.aliasrelay.ingest.admit.Admission.Dropped;
import org.aliasrelay.ingest.admit.DropReason;
import org.aliasrelay.ingest.read.ReceivedMail;
import org.aliasrelay.telemetry.contract.RelayEvent;

/** What telemetry learns of a mail: for each recipient what happened, and nothing else. */
final class RelayEvents {
  private static final int ID_BYTES = 16;

  private RelayEvents() {}

  static List<RelayEvent> of(ReceivedMail mail, List<Admission> admissions) {
    return IntStream.range(0, admissions.size())
        .mapToObj(i -> RelayEvent.of(id(mail, i), kind(admissions.get(i))))
        .toList();
  }

  /**
   * The same for a mail that is worked on twice, so that it counts once. The key is the mail's id:
   * SES makes it unguessable, and telemetry never sees one.
   */
  private static String id(ReceivedMail mail, int position) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(mail.id().value().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      byte[] hash = mac.doFinal(("admission " + position).getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static RelayEvent.Kind kind(Admission admission) {
    return switch (admission) {
      case Admitted _ -> RelayEvent.Kind.MAIL_ADMITTED;
      case Dropped dropped -> kind(dropped.reason());
      case Deferred _ -> throw new IllegalStateException("counted before it was decided");
    };
  }

  private static RelayEvent.Kind kind(DropReason reason) {
    return switch (reason) {
      case UNKNOWN_RECIPIENT -> RelayEvent.Kind.DROPPED_UNKNOWN_RECIPIENT;
      case ALIAS_DISABLED -> RelayEvent.Kind.DROPPED_ALIAS_DISABLED;
      case ACCOUNT_PAUSED -> RelayEvent.Kind.DROPPED_ACCOUNT_PAUSED;
      case NOT_THE_OWNER -> RelayEvent.Kind.DROPPED_NOT_THE_OWNER;
      case NOT_AUTHENTICATED -> RelayEvent.Kind.DROPPED_NOT_AUTHENTICATED;
      case VIRUS -> RelayEvent.Kind.DROPPED_VIRUS;
      case DMARC_REJECT -> RelayEvent.Kind.DROPPED_DMARC_REJECT;
      case SPAM -> RelayEvent.Kind.DROPPED_SPAM;
      case DMARC_QUARANTINE -> RelayEvent.Kind.DROPPED_DMARC_QUARANTINE;
      case FLOODED -> RelayEvent.Kind.DROPPED_FLOODED;
    };
  }
}
