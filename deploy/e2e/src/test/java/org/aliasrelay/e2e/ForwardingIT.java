package org.aliasrelay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@WithRelay
class ForwardingIT {

  @Test
  void bodyArrivesByteForByte(World world) {
    String alias = world.newAliasAddress();
    Letter letter = Letter.from("bea");
    byte[] sent = letter.elaborate(alias, "body");
    world.postOffice().send(letter.sender(), sent, alias);
    Received received = world.inbox().await(world.primary(), letter.subject());
    assertThat(received.body()).isEqualTo(Received.bodyOf(sent));
  }

  @Test
  void fromIsAReverseAliasThatShowsTheSender(World world) {
    String alias = world.newAliasAddress();
    Letter letter = Letter.from("bea");
    world.postOffice().send(letter.sender(), letter.to(alias), alias);
    Received received = world.inbox().await(world.primary(), letter.subject());
    assertThat(received.from().getAddress())
        .endsWith("@" + alias.substring(alias.indexOf('@') + 1))
        .isNotEqualTo(alias);
    assertThat(received.from().getPersonal())
        .contains("Bea from the shop")
        .contains(letter.sender().substring(0, letter.sender().indexOf('@')))
        .contains("shop.example");
  }

  @Test
  void toIsTheAlias(World world) {
    String alias = world.newAliasAddress();
    Letter letter = Letter.from("bea");
    world.postOffice().send(letter.sender(), letter.to(alias), alias);
    Received received = world.inbox().await(world.primary(), letter.subject());
    assertThat(received.mailbox("To").getAddress()).isEqualTo(alias);
  }

  @Test
  void replyToGoesThroughTheRelay(World world) {
    String alias = world.newAliasAddress();
    Letter letter = Letter.from("bea").with("Reply-To: <support@shop.example>");
    world.postOffice().send(letter.sender(), letter.to(alias), alias);
    Received received = world.inbox().await(world.primary(), letter.subject());
    assertThat(received.mailbox("Reply-To").getAddress())
        .endsWith("@" + alias.substring(alias.indexOf('@') + 1));
  }

  @Test
  void receiptRequestDoesNotLeadPastTheRelay(World world) {
    String alias = world.newAliasAddress();
    Letter letter = Letter.from("bea");
    Letter asking = letter.with("Disposition-Notification-To: " + letter.sender());
    world.postOffice().send(letter.sender(), asking.to(alias), alias);
    Received received = world.inbox().await(world.primary(), letter.subject());
    assertThat(String.valueOf(received.field("Disposition-Notification-To")))
        .doesNotContain(letter.sender());
  }

  @Test
  void forwardedMailDoesNotNameThePrimaryAddress(World world) {
    String alias = world.newAliasAddress();
    Letter letter = Letter.from("bea");
    world.postOffice().send(letter.sender(), letter.to(alias), alias);
    Received received = world.inbox().await(world.primary(), letter.subject());
    assertThat(received.lowerCase()).doesNotContain(world.primary());
  }

  @Test
  void oneMailToTwoAliasesArrivesAtBoth(World world) {
    String one = world.newAliasAddress();
    String two = world.newAliasAddress();
    Letter letter = Letter.from("bea");
    world.postOffice().send(letter.sender(), letter.to(one), one, two);
    assertThat(world.inbox().awaitAll(world.primary(), letter.subject(), 2))
        .extracting(mail -> mail.field("X-Alias-Relay-Alias"))
        .containsExactlyInAnyOrder(one, two);
  }

  @Test
  void leavesNoTraceOfTheContent(World world) throws Exception {
    String alias = world.newAliasAddress();
    Letter letter = Letter.from("bea");
    String canary = "CANARY" + letter.subject().substring("e2e ".length()) + "YRANAC";
    world.postOffice().send(letter.sender(), letter.elaborate(alias, canary), alias);
    Received received = world.inbox().await(world.primary(), letter.subject());
    assertThat(new String(received.body(), StandardCharsets.UTF_8)).contains(canary);
    try (Backstage backstage = world.backstage()) {
      backstage.awaitSilence();
      assertThat(backstage.queues()).isGreaterThanOrEqualTo(10);
    }
    Traces traces = new Traces(world.stack());
    assertThat(traces.tablesNaming(canary)).isEmpty();
    assertThat(traces.filesNaming(canary)).isEmpty();
  }

  @Test
  void noTableLogOrFileNamesTheSenderOrThePrimaryAddress(World world) throws Exception {
    String alias = world.newAliasAddress();
    Letter letter = Letter.from("bea");
    world.postOffice().send(letter.sender(), letter.to(alias), alias);
    world.inbox().await(world.primary(), letter.subject());
    try (Backstage backstage = world.backstage()) {
      backstage.awaitSilence();
    }
    Traces traces = new Traces(world.stack());
    assertThat(traces.tablesNaming(world.primary())).isEmpty();
    assertThat(traces.tablesNaming(letter.sender())).isEmpty();
    assertThat(traces.logsNaming(letter.sender())).isEmpty();
    assertThat(traces.logsNaming(world.primary())).isEmpty();
    assertThat(traces.logsNaming(alias)).isEmpty();
  }
}
