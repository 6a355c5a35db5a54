package org.aliasrelay.e2e.faults;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What telemetry has counted of the mail path, by kind. */
record Totals(JsonNode relay) {
  /** What was not counted once, or was without reason; empty if all is as it should be. */
  String oddity(Totals before, Set<String> once) {
    return relay.properties().stream()
        .filter(kind -> since(before, kind.getKey()) != (once.contains(kind.getKey()) ? 1 : 0))
        .map(kind -> "telemetry " + kind.getKey() + " " + since(before, kind.getKey()))
        .collect(joining(", "));
  }

  private int since(Totals before, String kind) {
    return relay.path(kind).asInt() - before.relay().path(kind).asInt();
  }
}
