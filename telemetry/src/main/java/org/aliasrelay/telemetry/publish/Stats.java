package org.aliasrelay.telemetry.publish;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aliasrelay.telemetry.contract.InteractionEvent;
import org.aliasrelay.telemetry.contract.RelayEvent;
import org.aliasrelay.telemetry.count.CounterName;
import org.aliasrelay.telemetry.count.CounterName.OfInteraction;
import org.aliasrelay.telemetry.count.CounterName.OfRelay;

/** What the public is shown: every name that there can be, zeros included. */
record Stats(SortedMap<String, Long> interactions, SortedMap<String, Long> relay) {
  private static final String DROPPED = "dropped";
  private static final String DROPPED_FOR_A_REASON = DROPPED + "_";

  /** Exactly what was counted. */
  static Stats exact(Map<String, Long> totals) {
    return of(totals, OfRelay::wireName);
  }

  /**
   * In whole cohorts, and without the reasons of drops: they say what an address is. Rounded when
   * all is added up, so that the figure of many rare things is not 0.
   */
  static Stats coarse(Map<String, Long> totals, int cohort) {
    Stats exact = of(totals, Stats::withoutReason);
    return new Stats(rounded(exact.interactions, cohort), rounded(exact.relay, cohort));
  }

  private static Stats of(Map<String, Long> totals, Function<OfRelay, String> relayName) {
    return new Stats(
        sums(
            totals,
            Stream.of(InteractionEvent.values()).map(OfInteraction::new),
            OfInteraction::wireName),
        sums(totals, Stream.of(RelayEvent.Kind.values()).map(OfRelay::new), relayName));
  }

  private static String withoutReason(OfRelay name) {
    return name.wireName().startsWith(DROPPED_FOR_A_REASON) ? DROPPED : name.wireName();
  }

  private static <T extends CounterName> SortedMap<String, Long> sums(
      Map<String, Long> totals, Stream<T> counters, Function<T, String> shownAs) {
    SortedMap<String, Long> sums = new TreeMap<>();
    counters.forEach(
        counter ->
            sums.merge(shownAs.apply(counter), totals.getOrDefault(counter.key(), 0L), Long::sum));
    return sums;
  }

  private static SortedMap<String, Long> rounded(SortedMap<String, Long> figures, int cohort) {
    SortedMap<String, Long> rounded = new TreeMap<>(figures);
    rounded.replaceAll((_, figure) -> figure - figure % cohort);
    return rounded;
  }
}
