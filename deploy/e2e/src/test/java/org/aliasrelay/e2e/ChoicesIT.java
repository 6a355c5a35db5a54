package org.aliasrelay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the owner may choose about mail that comes in. */
@WithRelay
class ChoicesIT {

  @Test
  void suspectMailComesInMarked(World world) {
    Owner owner = Owner.signUp(world);
    Letter spam = Letter.from("bea").with("X-Local-Verdicts: spam=FAIL");

    world.send(spam, owner.newAlias());

    Received received = world.inbox().await(owner.primary(), spam.subject());
    assertThat(received.field("X-Alias-Relay-Suspect")).containsIgnoringCase("spam");
  }

  @Test
  void suspectMailStaysOutIfTheOwnerWantsIt(World world) {
    Owner owner = Owner.signUp(world);
    owner.choose(Map.of("suspect_mail", "keep_out"));
    JsonNode alias = owner.newAlias();

    assertKeptOut(
        world, owner, alias, Letter.from("bea").with("X-Local-Verdicts: spam=FAIL"), "spam");
  }

  @Test
  void mailOfListsStaysOutIfTheOwnerWantsIt(World world) {
    Owner owner = Owner.signUp(world);
    JsonNode alias = owner.newAlias();
    owner.change(alias, Map.of("block_list_emails", true));

    assertKeptOut(
        world, owner, alias, Letter.from("list").with("List-Id: <news.example>"), "list_mail");
  }

  @Test
  void blockedContactStaysOut(World world) {
    Owner owner = Owner.signUp(world);
    JsonNode alias = owner.newAlias();
    Letter letter = Letter.from("pest");
    JsonNode contact = owner.post(alias, "contacts/", Map.of("address", letter.sender()));
    owner.patch(alias, "contacts/" + contact.path("id").asText() + "/", Map.of("blocked", true));

    assertKeptOut(world, owner, alias, letter, "contact_blocked");
  }

  @Test
  void onlyAllowedSendersComeIn(World world) {
    Owner owner = Owner.signUp(world);
    JsonNode alias = owner.newAlias();
    owner.put(alias, "allowed_senders/", List.of("friend.example"));
    Letter friend = new Letter("ann@friend.example", Letter.from("ann").subject(), "");

    assertKeptOut(world, owner, alias, Letter.from("stranger"), "sender_not_allowed");
    world.send(friend, alias);

    world.inbox().await(owner.primary(), friend.subject());
  }

  @Test
  void ownerCanWriteFirst(World world) {
    Owner owner = Owner.signUp(world);
    JsonNode alias = owner.newAlias();
    Letter letter = Letter.from("new-contact").by(owner.primary());
    String contact = Letter.from("new-contact").sender();
    String reverse =
        owner.post(alias, "contacts/", Map.of("address", contact)).path("reverse_alias").asText();

    world.postOffice().send(owner.primary(), letter.to(reverse), reverse);

    Received received = world.inbox().await(contact, letter.subject());
    assertThat(received.from().getAddress()).isEqualTo(address(alias));
    assertThat(received.lowerCase()).doesNotContain(owner.primary());
  }

  @Test
  void mailtoUnsubscribeLeadsThroughTheRelay(World world) {
    Owner owner = Owner.signUp(world);
    JsonNode alias = owner.newAlias();
    Letter list =
        Letter.from("list").with("List-Unsubscribe: <mailto:leave@list.example?subject=out>");

    world.send(list, alias);

    Received received = world.inbox().await(owner.primary(), list.subject());
    assertThat(received.field("List-Unsubscribe"))
        .contains("mailto:")
        .contains("@relay.test")
        .contains("subject=out")
        .doesNotContain("list.example");
  }

  private static void assertKeptOut(
      World world, Owner owner, JsonNode alias, Letter letter, String reason) {
    world.send(letter, alias);

    Awaitility.await("the loss is shown to the owner")
        .until(
            () -> owner.of(alias, "losses/").toString().toLowerCase(Locale.ROOT).contains(reason));
    try (Backstage backstage = world.backstage()) {
      backstage.awaitSilence();
    }
    assertThat(world.inbox().subjects(owner.primary())).doesNotContain(letter.subject());
  }

  private static String address(JsonNode alias) {
    return alias.path("full_address").asText();
  }
}
