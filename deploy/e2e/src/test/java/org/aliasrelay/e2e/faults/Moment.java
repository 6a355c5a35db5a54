package org.aliasrelay.e2e.faults;

import org.aliasrelay.e2e.wire.Operation;

/**
 * One operation of those that one mail needs.
 *
 * @param occurrence 1 for the first of that name
 */
record Moment(Operation operation, int occurrence) {
  @Override
  public String toString() {
    return occurrence == 1 ? operation.name() : operation.name() + " (" + occurrence + ")";
  }
}
