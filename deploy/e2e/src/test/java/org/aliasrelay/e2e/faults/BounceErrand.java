package org.aliasrelay.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.aliasrelay.e2e.Letter;
import org.aliasrelay.e2e.Owner;
import org.aliasrelay.e2e.World;

/**
 * A letter to the alias of a new owner, whose provider refuses it: her mailbox is left alone from
 * then on. It stays so, and the next errand has another owner.
 */
record BounceErrand(World world, Owner owner, JsonNode alias, Letter letter) implements Errand {
  /** The first pause; a second refusal that counted would have made it another. */
  private static final Duration FIRST_PAUSE = Duration.ofDays(1);

  static BounceErrand prepare(World world) {
    Owner owner = Owner.signUp(world);
    JsonNode alias = owner.newAlias();
    owner.providerAnswers("hard");
    return new BounceErrand(world, owner, alias, Letter.from("bea"));
  }

  @Override
  public void begin() {
    world.send(letter, alias);
  }

  @Override
  public Findings findings() {
    JsonNode profile = owner.profile();
    boolean paused = profile.path("bounce_status").path(0).asBoolean();
    return new Findings(paused ? 1 : 0, refused(owner.of(alias, "losses/")), oddity(profile));
  }

  private static int refused(JsonNode losses) {
    return StreamSupport.stream(losses.spliterator(), false)
        .filter(loss -> loss.path("reason").asText().equals("mailbox_refused"))
        .mapToInt(loss -> loss.path("count").asInt())
        .sum();
  }

  private String oddity(JsonNode profile) {
    List<String> odd = new ArrayList<>();
    note(odd, "kind", profile.path("bounce_status").path(1).asText(), "hard");
    note(odd, "status", profile.path("mailbox_status").asText(), "refused");
    note(odd, "pause", pause(profile), FIRST_PAUSE.toString());
    JsonNode now = owner.alias(alias);
    note(odd, "forwarded", now.path("num_forwarded").asText(), "1");
    note(odd, "blocked", now.path("num_blocked").asText(), "1");
    note(odd, "to be told", Integer.toString(world.toBeTold(alias)), "1");
    note(odd, "arrived", Integer.toString(world.inbox().subjects(owner.primary()).size()), "0");
    return String.join(", ", odd);
  }

  private static String pause(JsonNode profile) {
    String since = profile.path("mailbox_status_since").asText("");
    String until = profile.path("next_email_try").asText("");
    return since.isEmpty() || until.isEmpty() || since.equals("null")
        ? "none"
        : Duration.between(Instant.parse(since), Instant.parse(until)).toString();
  }

  private static void note(List<String> odd, String what, String found, String expected) {
    if (!found.equals(expected)) {
      odd.add(what + " " + found);
    }
  }
}
