package org.aliasrelay.forward.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.aliasrelay.testkit.LocalCloudResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = LocalCloudResource.class,
    initArgs = @ResourceArg(name = "role", value = "forwarder"))
class PostgresLedgerIT implements DeliveryLedgerContract {
  private final DeliveryLedger ledger;
  private final DataSource dataSource;

  @Inject
  PostgresLedgerIT(DeliveryLedger ledger, DataSource dataSource) {
    this.ledger = ledger;
    this.dataSource = dataSource;
  }

  /** An instance of before the column leaves its attempt in the state alone. */
  @Test
  void attemptOfAnOlderInstanceIsUndecidedToo() throws Exception {
    DeliveryKey key = DeliveryLedgerContract.newKey();
    long first = ((Claim.Claimed) ledger.claim(key, NOW, LEASE)).fence();
    ledger.sending(key, first, SendKind.REPLY, NOW.plus(LEASE));
    try (var connection = dataSource.getConnection();
        var forget =
            connection.prepareStatement("update delivery set undecided = 0 where key = ?")) {
      forget.setBytes(1, key.bytes());
      assertThat(forget.executeUpdate()).isEqualTo(1);
    }
    var second = (Claim.Claimed) ledger.claim(key, LATER, LEASE);
    assertThat(second).isEqualTo(new Claim.Claimed(2, 1, 1));
    ledger.sending(key, second.fence(), SendKind.REPLY, LATER.plus(LEASE));
    ledger.notTaken(key, second.fence(), LATER);
    assertThat(ledger.claim(key, LATER, LEASE)).isEqualTo(new Claim.Claimed(3, 2, 1));
  }

  @Override
  public DeliveryLedger ledger() {
    return ledger;
  }
}
