package org.aliasrelay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the owner's provider answers, and what follows from it. */
@WithRelay
class BouncesIT {

  @Test
  void hardBouncePausesTheAccountAndSaysSo(World world) {
    Owner owner = Owner.signUp(world);
    JsonNode alias = owner.newAlias();
    owner.providerAnswers("hard");

    world.send(Letter.from("bea"), alias);

    Awaitility.await("the account is paused")
        .until(() -> owner.profile().path("bounce_status").path(0).asBoolean());
    assertThat(owner.profile().path("bounce_status").path(1).asText()).isEqualTo("hard");
    assertThat(owner.profile().path("next_email_try").asText()).isNotEmpty();
    owner.providerAnswers("none");
    Letter meanwhile = Letter.from("ann");
    world.send(meanwhile, alias);
    Awaitility.await("the mail meanwhile is counted as lost")
        .until(() -> losses(owner, alias).contains("account_paused"));
    assertThat(world.inbox().subjects(owner.primary())).doesNotContain(meanwhile.subject());
  }

  @Test
  void complaintTurnsThatAliasOffAndSaysWhy(World world) {
    Owner owner = Owner.signUp(world);
    JsonNode alias = owner.newAlias();
    JsonNode other = owner.newAlias();
    owner.providerAnswers("complaint");

    world.send(Letter.from("bea"), alias);

    Awaitility.await("the alias is off")
        .until(() -> !owner.alias(alias).path("enabled").asBoolean());
    assertThat(owner.alias(alias).path("disabled_because").asText()).isNotEmpty();
    assertThat(owner.alias(other).path("enabled").asBoolean()).isTrue();
    owner.providerAnswers("none");
  }

  @Test
  void softBounceMakesMailWaitAndLosesNone(World world) {
    Owner owner = Owner.signUp(world);
    JsonNode alias = owner.newAlias();
    owner.providerAnswers("soft");
    world.send(Letter.from("bea"), alias);
    Awaitility.await("the owner sees it")
        .until(() -> owner.profile().path("bounce_status").path(1).asText().equals("soft"));

    owner.providerAnswers("none");
    Letter next = Letter.from("ann");
    world.send(next, alias);

    assertThat(world.inbox().await(owner.primary(), next.subject()).from().getPersonal())
        .isNotNull();
    assertThat(owner.alias(alias).path("enabled").asBoolean()).isTrue();
  }

  private static String losses(Owner owner, JsonNode alias) {
    return owner.of(alias, "losses/").toString().toLowerCase(Locale.ROOT);
  }
}
