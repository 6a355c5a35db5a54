package org.aliasrelay.telemetry.count;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts in memory. They can be away. */
public final class InMemoryCounts implements Counts {
  private final Clock clock;
  private final Map<String, Long> totals = new HashMap<>();
  private final Map<String, Instant> seen = new HashMap<>();
  private boolean away;

  public InMemoryCounts() {
    this(Clock.systemUTC());
  }

  InMemoryCounts(Clock clock) {
    this.clock = clock;
  }

  public void stop() {
    away = true;
  }

  @Override
  public void add(CounterName name) throws CountsUnavailableException {
    check();
    totals.merge(name.key(), 1L, Long::sum);
  }

  @Override
  public void addOnce(CounterName name, String eventId) throws CountsUnavailableException {
    check();
    if (seen.putIfAbsent(eventId, clock.instant()) == null) {
      add(name);
    }
  }

  @Override
  public Map<String, Long> totals() throws CountsUnavailableException {
    check();
    return Map.copyOf(totals);
  }

  @Override
  public void prune() throws CountsUnavailableException {
    check();
    Instant oldest = clock.instant().minus(MEMORY);
    seen.values().removeIf(time -> time.isBefore(oldest));
  }

  private void check() throws CountsUnavailableException {
    if (away) {
      throw new CountsUnavailableException(new IllegalStateException("test"));
    }
  }
}
