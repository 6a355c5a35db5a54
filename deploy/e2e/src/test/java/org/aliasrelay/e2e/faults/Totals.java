package org.aliasrelay.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What telemetry has counted of the mail path, by kind. */
record Totals(JsonNode relay) {
  static final String DECIDED = "decided";

  /** What was not counted once, or was without reason; empty if all is as it should be. */
  String oddity(Totals before, Set<String> once) {
    Map<String, Integer> odd = new TreeMap<>();
    for (String kind : (Iterable<String>) relay::fieldNames) {
      odd.merge(
          name(kind), relay.path(kind).asInt() - before.relay().path(kind).asInt(), Integer::sum);
    }
    odd.entrySet().removeIf(kind -> kind.getValue() == (once.contains(kind.getKey()) ? 1 : 0));
    return odd.isEmpty() ? "" : "telemetry " + odd;
  }

  /**
   * Of a mail that was decided about twice, and not the same each time, it counts the decision that
   * it heard of first.
   */
  private static String name(String kind) {
    return kind.equals("mail_admitted") || kind.startsWith("dropped_") ? DECIDED : kind;
  }
}
