package org.aliasrelay.forward;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.aliasrelay.queue.Bounds;

/** Looks at the settings at the start: a wrong one would end mail, and not the service. */
@Singleton
class SettingsCheck {
  /** One passage is no circle, and one hop no journey. */
  private static final int FEWEST = 2;

  private static final long SMALLEST = 1024;

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);

  void check(@Observes StartupEvent event, MailConfig mail, LedgerConfig ledger) {
    Bounds.check("relay.mail.largest", mail.largest(), SMALLEST, MailConfig.TAKEN_BY_SES);
    Bounds.check("relay.mail.most-hops", mail.mostHops(), FEWEST, Integer.MAX_VALUE);
    Bounds.check("relay.mail.most-passages", mail.mostPassages(), FEWEST, Integer.MAX_VALUE);
    Bounds.check("relay.ledger.claim-lease", ledger.claimLease(), SECOND, HOUR);
    Bounds.check("relay.ledger.send-timeout", ledger.sendTimeout(), SECOND, HOUR);
    Bounds.check("relay.ledger.send-margin", ledger.sendMargin(), Duration.ZERO, HOUR);
    Bounds.check("relay.ledger.evidence-wait", ledger.evidenceWait(), Duration.ZERO, HOUR);
  }
}
