package org.aliasrelay.ingest.publish;

import java.util.List;
import java.util.stream.IntStream;
import org.aliasrelay.ingest.admit.Admission;
import org.aliasrelay.ingest.admit.Admission.Admitted;
import org.aliasrelay.ingest.admit.Admission.Deferred;
import org.aliasrelay.ingest.admit.Admission.Dropped;
import org.aliasrelay.ingest.admit.DropReason;
import org.aliasrelay.ingest.read.ReceivedMail;
import org.aliasrelay.telemetry.contract.RelayEvent;

/** What telemetry learns of a mail: for each recipient what happened, and nothing else. */
final class RelayEvents {

  private RelayEvents() {}

  static List<RelayEvent> of(ReceivedMail mail, List<Admission> admissions) {
    return IntStream.range(0, admissions.size())
        .mapToObj(i -> RelayEvent.of(id(mail, i), kind(admissions.get(i))))
        .toList();
  }

  /** SES makes a mail's id unguessable. */
  private static String id(ReceivedMail mail, int position) {
    return EventIds.of(mail.id().value(), "admission " + position);
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
