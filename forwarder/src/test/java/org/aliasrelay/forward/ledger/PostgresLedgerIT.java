package org.aliasrelay.forward.ledger;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.aliasrelay.testkit.LocalCloudResource;

@QuarkusTest
@WithTestResource(
    value = LocalCloudResource.class,
    initArgs = @ResourceArg(name = "role", value = "forwarder"))
class PostgresLedgerIT implements DeliveryLedgerContract {
  private final DeliveryLedger ledger;

  @Inject
  PostgresLedgerIT(DeliveryLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public DeliveryLedger ledger() {
    return ledger;
  }
}
