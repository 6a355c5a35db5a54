package org.aliasrelay.forward.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import org.aliasrelay.forward.ledger.DeliveryKey;
import org.junit.jupiter.api.Test;

class DemandsTest {
  private static final DeliveryKey ONE = new DeliveryKey("1".repeat(64));
  private static final DeliveryKey OTHER = new DeliveryKey("2".repeat(64));

  private final Demands demands = new Demands();

  @Test
  void mailNeedsItsSizeAtFirst() {
    assertThat(demands.of(ONE, 7)).isEqualTo(7);
  }

  @Test
  void theNextTryAsksForTheMostThatWasMissing() {
    demands.remember(ONE, 30);
    demands.remember(ONE, 20);

    assertThat(demands.of(OTHER, 7)).isEqualTo(7);
    assertThat(demands.of(ONE, 7)).isEqualTo(30);
    assertThat(demands.of(ONE, 7)).isEqualTo(7);
  }
}
