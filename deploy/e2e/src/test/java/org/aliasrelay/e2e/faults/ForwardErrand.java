package org.aliasrelay.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import org.aliasrelay.e2e.Letter;
import org.aliasrelay.e2e.World;

/** A letter to a new alias of the demo account. */
record ForwardErrand(World world, JsonNode alias, Letter letter) implements Errand {
  static ForwardErrand prepare(World world) {
    return new ForwardErrand(world, world.newAlias(), Letter.from("bea"));
  }

  @Override
  public void begin() {
    world.send(letter, alias);
  }

  @Override
  public Findings findings() {
    return new Findings(
        Collections.frequency(world.inbox().subjects(world.primary()), letter.subject()),
        world.alias(alias).path("num_forwarded").asInt(),
        "");
  }
}
