package org.aliasrelay.forward.take;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.aliasrelay.forward.deliver.Outcome;
import org.aliasrelay.queue.Disposition;

/** What an outcome means for the message that asked for the delivery. */
@Singleton
class Dispositions {
  /** A lease has ended for certain a moment after its end. */
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final MeterRegistry meters;
  private final Clock clock;

  Dispositions(MeterRegistry meters, Clock clock) {
    this.meters = meters;
    this.clock = clock;
  }

  Disposition of(Outcome outcome) {
    meters.counter("relay.deliveries", "outcome", outcome.getClass().getSimpleName()).increment();
    return switch (outcome) {
      case Outcome.Finished() -> new Disposition.Done();
      case Outcome.NotBefore(Instant when) -> new Disposition.Postpone(until(when).plus(A_MOMENT));
      case Outcome.Postponed(Instant when) -> new Disposition.Postpone(until(when));
      case Outcome.Waiting(String dependency) -> new Disposition.Unavailable(dependency);
    };
  }

  private Duration until(Instant when) {
    Duration left = Duration.between(clock.instant(), when);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
