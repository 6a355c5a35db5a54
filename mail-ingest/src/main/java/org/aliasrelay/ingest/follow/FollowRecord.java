package org.aliasrelay.ingest.follow;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;

/** What the operator sees of SES's events: one count for each, by a closed list. */
@Singleton
class FollowRecord {
  private final MeterRegistry meters;

  FollowRecord(MeterRegistry meters) {
    this.meters = meters;
  }

  void followed(SendEvent.What what) {
    count(what.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  void passedOver() {
    count("passed-over");
  }

  /** Telemetry's queue was away. */
  void uncounted() {
    count("uncounted");
  }

  /** It was put back, for its certificate is missing. */
  void later() {
    count("later");
  }

  void poison() {
    count("poison");
  }

  private void count(String outcome) {
    meters.counter("relay.ingest.events", "outcome", outcome).increment();
  }
}
