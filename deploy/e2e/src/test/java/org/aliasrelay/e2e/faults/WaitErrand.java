package org.aliasrelay.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import org.aliasrelay.e2e.Letter;
import org.aliasrelay.e2e.World;

/** The second letter to an alias whose share is one for the time being: it waits for its turn. */
record WaitErrand(World world, JsonNode alias, Letter letter) implements Errand {
  static WaitErrand prepare(Stage stage) {
    JsonNode alias = stage.world().newAlias();
    stage.deliver(Letter.from("bea"), alias);
    return new WaitErrand(stage.world(), alias, Letter.from("bea"));
  }

  @Override
  public void begin() {
    world.send(letter, alias);
  }

  @Override
  public Findings findings() {
    return new Findings(
        Collections.frequency(world.inbox().subjects(world.primary()), letter.subject()),
        world.alias(alias).path("num_forwarded").asInt() - 1,
        "");
  }
}
