package org.aliasrelay.forward.ledger;

class InMemoryLedgerTest implements DeliveryLedgerContract {
  private final InMemoryLedger ledger = new InMemoryLedger();

  @Override
  public DeliveryLedger ledger() {
    return ledger;
  }
}
