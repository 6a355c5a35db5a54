package org.aliasrelay.ingest.receive;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.ingest.admit.Admission;
import org.aliasrelay.ingest.admit.Admission.Admitted;
import org.aliasrelay.ingest.admit.Admission.Deferred;
import org.aliasrelay.ingest.admit.Admission.Dropped;
import org.aliasrelay.ingest.admit.DropReason;
import org.aliasrelay.ingest.contract.MailId;
import org.jboss.logging.Logger;

/**
 * What the operator sees: one line and one count for each recipient, one count for each message
 * that is no mail. Values come from closed lists; the one exception is the mail's id.
 */
@Singleton
class IngestRecord {
  private static final Logger LOG = Logger.getLogger(IngestRecord.class);

  private final MeterRegistry meters;

  IngestRecord(MeterRegistry meters) {
    this.meters = meters;
  }

  void decided(MailId mail, Admission decision, int attempt) {
    switch (decision) {
      case Admitted _ -> decided(mail, "admitted", "none", attempt);
      case Dropped(DropReason reason, RouteToken _) ->
          decided(mail, "dropped", nameOf(reason), attempt);
      case Deferred(Deferred.Cause cause) -> decided(mail, "deferred", nameOf(cause), attempt);
    }
  }

  private void decided(MailId mail, String outcome, String reason, int attempt) {
    LOG.infof("mailId=%s outcome=%s reason=%s attempt=%d", mail, outcome, reason, attempt);
    count("relay.ingest.recipients", outcome, reason);
  }

  void setup() {
    count("relay.ingest.notifications", "setup", "none");
  }

  void poison(String outcome, Enum<?> reason) {
    count("relay.ingest.notifications", outcome, nameOf(reason));
  }

  void later(Enum<?> cause, int attempt) {
    LOG.warnf("outcome=later reason=%s attempt=%d", nameOf(cause), attempt);
    count("relay.ingest.notifications", "later", nameOf(cause));
  }

  private void count(String name, String outcome, String reason) {
    meters.counter(name, "outcome", outcome, "reason", reason).increment();
  }

  /** A value of a closed list as logs, metrics and dead letters show it. */
  static String nameOf(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
