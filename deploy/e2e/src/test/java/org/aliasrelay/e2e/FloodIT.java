package org.aliasrelay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Whoever floods one alias holds up nobody else, and the flood arrives, too. */
@WithRelay
class FloodIT {
  /** Two thirds of them are more than an alias gets before it yields. */
  private static final int FLOOD = 300;

  private static final int YIELDING = 200;

  /** The hundred that do not yield, and some beside them; without a bound it would be all. */
  private static final int AHEAD = 160;

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

    Awaitility.await("all of the flood")
        .atMost(PATIENCE)
        .until(() -> floodOf(world, flooded).size() == FLOOD);
    assertThat(before(world, other, "to another owner", flooded)).isLessThan(AHEAD);
    assertThat(before(world, flooded, "to another alias", flooded)).isLessThan(AHEAD);
  }

  /** How much of the flood arrived before that mail. */
  private static long before(World world, Owner owner, String subject, Owner flooded) {
    world.inbox().await(owner.primary(), subject);
    Instant arrived = world.inbox().arrivals(owner.primary()).getOrDefault(subject, Instant.MAX);
    return floodOf(world, flooded).values().stream().filter(arrived::isAfter).count();
  }

  private static Map<String, Instant> floodOf(World world, Owner flooded) {
    Map<String, Instant> flood = world.inbox().arrivals(flooded.primary());
    flood.keySet().removeIf(subject -> !subject.startsWith("flood "));
    return flood;
  }
}
