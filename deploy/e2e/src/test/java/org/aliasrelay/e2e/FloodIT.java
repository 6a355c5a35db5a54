package org.aliasrelay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Whoever floods one alias holds up nobody else, and the flood arrives, too. */
@WithRelay
class FloodIT {
  /** Two thirds of them are more than an alias gets before it yields. */
  private static final int FLOOD = 300;

  private static final int YIELDING = 150;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void mailOfOthersOvertakesAFlood(World world) throws Exception {
    Owner flooded = Owner.signUp(world);
    JsonNode target = flooded.newAlias();
    JsonNode besides = flooded.newAlias();
    Owner other = Owner.signUp(world);
    JsonNode quiet = other.newAlias();

    world.stack().pause("forwarder");
    try (Backstage backstage = world.backstage()) {
      for (int i = 0; i < FLOOD; i++) {
        world.send(new Letter("mallory@flood.example", "flood " + i, ""), target);
      }
      Awaitility.await("most of the flood yields")
          .atMost(PATIENCE)
          .until(() -> backstage.queued().getOrDefault("yielding-mail", 0) >= YIELDING);
      world.send(new Letter("bea@shop.example", "to another alias", ""), besides);
      world.send(new Letter("bea@shop.example", "to another owner", ""), quiet);
    } finally {
      world.stack().resume("forwarder");
    }

    assertThat(before(world, other, "to another owner", flooded)).isLessThan(FLOOD - YIELDING / 2);
    assertThat(before(world, flooded, "to another alias", flooded))
        .isLessThan(FLOOD - YIELDING / 2);
    Awaitility.await("all of the flood")
        .atMost(PATIENCE)
        .until(() -> floodIn(world.inbox().subjects(flooded.primary())).size() == FLOOD);
  }

  /** How much of the flood there is by the time that the mail is there. */
  private static int before(World world, Owner owner, String subject, Owner flooded) {
    world.inbox().await(owner.primary(), subject);
    return floodIn(world.inbox().subjects(flooded.primary())).size();
  }

  private static Set<String> floodIn(List<String> subjects) {
    Set<String> flood = new HashSet<>(subjects);
    flood.removeIf(subject -> !subject.startsWith("flood "));
    return flood;
  }
}
