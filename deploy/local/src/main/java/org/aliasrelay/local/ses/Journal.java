package org.aliasrelay.local.ses;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** The sends that were accepted, without content or address, for tests to count. */
final class Journal {
  private static final int MAX_ENTRIES = 50_000;

  private final Deque<Entry> entries = new ArrayDeque<>();

  private record Entry(String id, Instant at, Map<String, String> tags, int destinations) {}

  synchronized void accepted(
      String id, Instant at, Map<String, String> tags, int destinationCount) {
    entries.addLast(new Entry(id, at, tags, destinationCount));
    if (entries.size() > MAX_ENTRIES) {
      entries.removeFirst();
    }
  }

  synchronized void empty() {
    entries.clear();
  }

  /** In the order in which they were accepted. */
  synchronized JsonArray json() {
    var array = new JsonArray();
    for (Entry entry : entries) {
      var tags = new JsonObject();
      entry.tags().forEach(tags::put);
      array.add(
          new JsonObject()
              .put("id", entry.id())
              .put("time", entry.at().toString())
              .put("tags", tags)
              .put("destinations", entry.destinations()));
    }
    return array;
  }
}
