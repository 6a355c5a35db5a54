package org.aliasrelay.telemetry.count;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Counts in memory. They can be away. */
public final class InMemoryCounts implements Counts {
  private final Clock clock;
  private final NavigableMap<LocalDate, Map<String, Long>> days = new TreeMap<>();
  private final Map<String, Instant> seen = new HashMap<>();
  private boolean away;

  public InMemoryCounts() {
    this(Clock.systemUTC());
  }

  public InMemoryCounts(Clock clock) {
    this.clock = clock;
  }

  public void stop() {
    away = true;
  }

  @Override
  public void add(CounterName name) throws CountsUnavailableException {
    check();
    days.computeIfAbsent(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), _ -> new HashMap<>())
        .merge(name.key(), 1L, Long::sum);
  }

  @Override
  public void addOnce(CounterName name, String eventId) throws CountsUnavailableException {
    check();
    if (seen.putIfAbsent(eventId, clock.instant()) == null) {
      add(name);
    }
  }

  @Override
  public Map<String, Long> totals(LocalDate lastDay) throws CountsUnavailableException {
    check();
    return days.headMap(lastDay, true).values().stream()
        .flatMap(day -> day.entrySet().stream())
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
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
