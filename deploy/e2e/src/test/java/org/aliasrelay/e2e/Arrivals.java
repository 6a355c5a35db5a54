package org.aliasrelay.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Everything in the mailbox of the owner, by the id that SES gave it. */
final class Arrivals {
  private final World world;

  Arrivals(World world) {
    this.world = world;
  }

  Map<String, byte[]> byMessageId() {
    Map<String, byte[]> all = new HashMap<>();
    String base = world.stack().url("mailbox") + "/api/messages";
    JsonNode list = world.web().get(base + "?to=" + world.primary()).expect(200).json();
    for (JsonNode each : list) {
      byte[] raw =
          world
              .web()
              .get(base + "/" + each.path("id").asText() + "/raw")
              .expect(200)
              .response()
              .body();
      String id = Objects.requireNonNullElse(new Received(raw).field("Message-ID"), "");
      all.put(id.replaceAll("[<>]|@.*", ""), raw);
    }
    return all;
  }
}
