package org.aliasrelay.forward.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.aliasrelay.forward.ledger.Claim;
import org.junit.jupiter.api.Test;

/** By a clock that goes on whenever it is looked at, and a queue that nobody listens to. */
class EvidenceTest {
  private static final Claim.Claimed UNDECIDED = new Claim.Claimed(2, 1, 1);

  private final AtomicLong millis = new AtomicLong(1_764_000_000_000L);
  private final Clock clock =
      ((InstantSource) () -> Instant.ofEpochMilli(millis.incrementAndGet()))
          .withZone(ZoneOffset.UTC);

  private Evidence evidence(Optional<String> configurationSet) {
    var mail = new FixedMailConfig(1, configurationSet);
    return new Evidence(now -> now, new FixedLedgerConfig(), mail, clock);
  }

  @Test
  void isNotWaitedForWhereNoneCanCome() {
    assertThat(evidence(Optional.empty()).mayBeUnheard(UNDECIDED)).isFalse();
  }

  @Test
  void mayComeAsLongAsNobodyListens() {
    assertThat(evidence(Optional.of("events")).mayBeUnheard(UNDECIDED)).isTrue();
  }
}
