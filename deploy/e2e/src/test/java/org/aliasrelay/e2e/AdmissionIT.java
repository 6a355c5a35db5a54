package org.aliasrelay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What does not come in. From outside all of it looks like mail that did: SMTP takes it. */
@WithRelay
class AdmissionIT {

  @Test
  void dropsMailForDisabledAlias(World world) {
    JsonNode alias = world.newAlias();
    world.disable(alias);
    assertDropped(world, Letter.from("bea"), address(alias));
  }

  @Test
  void dropsMailForDeletedAlias(World world) {
    JsonNode alias = world.newAlias();
    world.delete(alias);
    assertDropped(world, Letter.from("bea"), address(alias));
  }

  @Test
  void dropsMailForUnknownAlias(World world) {
    String known = world.newAliasAddress();
    String unknown = "no-such-alias" + known.substring(known.indexOf('@'));
    assertDropped(world, Letter.from("bea"), unknown);
  }

  @Test
  void dropsForgedMailWhereTheDomainAsksForIt(World world) {
    Letter forged = Letter.from("bank").with("X-Local-Verdicts: dmarc=FAIL, policy=reject");
    assertDropped(world, forged, world.newAliasAddress());
  }

  @Test
  void dropsVirus(World world) {
    Letter virus = Letter.from("bea").with("X-Local-Verdicts: virus=FAIL");
    assertDropped(world, virus, world.newAliasAddress());
  }

  @Test
  void doesNotIssueADeletedAliasAgain(World world) {
    Set<String> gone = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      JsonNode alias = world.newAlias();
      assertThat(gone).doesNotContain(address(alias));
      gone.add(address(alias));
      world.delete(alias);
    }
  }

  private static String address(JsonNode alias) {
    return alias.path("full_address").asText();
  }

  /** A mail that comes in shows that the relay works; then everything must come to rest. */
  private static void assertDropped(World world, Letter letter, String recipient) {
    Letter good = Letter.from("good");
    String goodAlias = world.newAliasAddress();
    world.postOffice().send(letter.sender(), letter.to(recipient), recipient);
    world.postOffice().send(good.sender(), good.to(goodAlias), goodAlias);
    world.inbox().await(world.primary(), good.subject());
    try (Backstage backstage = world.backstage()) {
      backstage.awaitSilence();
    }
    assertThat(world.inbox().subjects(world.primary()))
        .contains(good.subject())
        .doesNotContain(letter.subject());
    assertThat(world.inbox().subjects(letter.sender())).as("no bounce to a stranger").isEmpty();
  }
}
