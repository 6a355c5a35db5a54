package org.aliasrelay.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import org.aliasrelay.e2e.Letter;
import org.aliasrelay.e2e.World;

/**
 * A letter to a new alias of the demo account.
 *
 * @param before how many came to the alias before
 */
record ForwardErrand(World world, JsonNode alias, Letter letter, int before) implements Errand {
  static ForwardErrand prepare(World world) {
    return new ForwardErrand(world, world.newAlias(), Letter.from("bea"), 0);
  }

  /** The alias has had its share, so the letter waits for its turn. */
  static ForwardErrand prepareWaiting(Stage stage) {
    JsonNode alias = stage.world().newAlias();
    stage.deliver(Letter.from("bea"), alias);
    return new ForwardErrand(stage.world(), alias, Letter.from("bea"), 1);
  }

  @Override
  public void begin() {
    world.send(letter, alias);
  }

  @Override
  public Findings findings() {
    return new Findings(
        Collections.frequency(world.inbox().subjects(world.primary()), letter.subject()),
        world.alias(alias).path("num_forwarded").asInt() - before,
        "");
  }
}
