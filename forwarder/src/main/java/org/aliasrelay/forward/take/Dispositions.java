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

  /**
   * How long a delivery may end unnoticed that is waited for, as by SES's event: its content has to
   * go within a minute after the end.
   */
  private static final Duration LONGEST_UNNOTICED = Duration.ofSeconds(40);

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
      case Outcome.NotBefore(Instant when) -> new Disposition.Postpone(look(until(when)));
      case Outcome.Postponed(Instant when) -> new Disposition.Postpone(until(when));
      case Outcome.Waiting(String dependency) -> new Disposition.Unavailable(dependency);
    };
  }

  private static Duration look(Duration left) {
    return left.compareTo(LONGEST_UNNOTICED) > 0 ? LONGEST_UNNOTICED : left.plus(A_MOMENT);
  }

  private Duration until(Instant when) {
    Duration left = Duration.between(clock.instant(), when);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
