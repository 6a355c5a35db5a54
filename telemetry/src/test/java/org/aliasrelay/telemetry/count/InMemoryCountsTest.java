package org.aliasrelay.telemetry.count;

import java.time.Clock;

class InMemoryCountsTest extends CountsContract {
  @Override
  Counts create(Clock time) {
    return new InMemoryCounts(time);
  }
}
