package org.aliasrelay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@WithRelay
class ReplyIT {

  @Test
  void replyReachesTheSenderFromTheAliasWithoutThePrimaryAddress(World world) {
    String alias = world.newAliasAddress();
    Letter letter = Letter.from("bea");
    String reverse = reverseAlias(world, letter, alias);

    world.postOffice().send(world.primary(), letter.answer(world.primary(), reverse), reverse);

    Received reply = world.inbox().await(letter.sender(), "Re: " + letter.subject());
    assertThat(reply.from().getAddress()).isEqualTo(alias);
    assertThat(reply.mailbox("To").getAddress()).isEqualTo(letter.sender());
    assertThat(reply.lowerCase()).doesNotContain(world.primary()).doesNotContain(reverse);
  }

  @Test
  void senderCanAnswerTheReplyThroughTheAlias(World world) {
    String alias = world.newAliasAddress();
    Letter letter = Letter.from("bea");
    String reverse = reverseAlias(world, letter, alias);
    Letter second = new Letter(letter.sender(), letter.subject() + " again", "");
    world.postOffice().send(second.sender(), second.to(alias), alias);
    Received received = world.inbox().await(world.primary(), second.subject());
    assertThat(received.from().getAddress()).isEqualTo(reverse);
  }

  @Test
  void strangerGetsNothingThroughAReverseAlias(World world) {
    String alias = world.newAliasAddress();
    Letter letter = Letter.from("bea");
    String reverse = reverseAlias(world, letter, alias);
    Letter stranger = Letter.from("mallory");

    world.postOffice().send(stranger.sender(), stranger.to(reverse), reverse);

    assertNothingArrives(world, letter.sender(), stranger.subject());
  }

  @Test
  void forgedOwnerGetsNothingThrough(World world) {
    String alias = world.newAliasAddress();
    Letter letter = Letter.from("bea");
    String reverse = reverseAlias(world, letter, alias);
    Letter forged =
        Letter.from("ignored")
            .by(world.primary())
            .with("X-Local-Verdicts: spf=FAIL, dkim=FAIL, dmarc=FAIL, policy=none");

    world.postOffice().send(world.primary(), forged.to(reverse), reverse);

    assertNothingArrives(world, letter.sender(), forged.subject());
  }

  private static void assertNothingArrives(World world, String contact, String subject) {
    try (Backstage backstage = world.backstage()) {
      backstage.awaitSilence();
    }
    assertThat(world.inbox().subjects(contact)).doesNotContain(subject);
    assertThat(world.inbox().subjects(world.primary())).doesNotContain(subject);
  }

  private static String reverseAlias(World world, Letter letter, String alias) {
    world.postOffice().send(letter.sender(), letter.to(alias), alias);
    return world.inbox().await(world.primary(), letter.subject()).from().getAddress();
  }
}
