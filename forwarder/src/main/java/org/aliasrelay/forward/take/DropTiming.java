package org.aliasrelay.forward.take;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.aliasrelay.queue.Listening;

/**
 * While mail stands in {@code accepted-mail} that nobody has looked at, one of it may be the mail
 * that a drop is about, let in before: the ledger must hear of that first (docs/adr/0012).
 */
@Singleton
class DropTiming {
  /** In an outage there may be thousands, and all come again. */
  private static final Duration A_WHILE = Duration.ofMinutes(2);

  /** A receive from an empty queue is answered after 20 s, and before the first all is unknown. */
  private static final Duration BEGINNING = Duration.ofMinutes(1);

  private static final Duration SOON = Duration.ofSeconds(5);

  private final UnaryOperator<Instant> heardSince;
  private final Clock clock;
  private final Instant start;

  @Inject
  DropTiming(Listening listening, Clock clock) {
    this(now -> listening.since(AcceptedMailConsumer.QUEUE, now), clock);
  }

  /**
   * @param heardSince since when all that came has been looked at: now, if it has not been
   */
  DropTiming(UnaryOperator<Instant> heardSince, Clock clock) {
    this.heardSince = heardSince;
    this.clock = clock;
    this.start = clock.instant();
  }

  /** How long a drop must wait, if it must; then it asks again. */
  Optional<Duration> delay() {
    Instant now = clock.instant();
    if (heardSince.apply(now).isBefore(now)) {
      return Optional.empty();
    }
    return Optional.of(now.isBefore(start.plus(BEGINNING)) ? SOON : A_WHILE);
  }
}
