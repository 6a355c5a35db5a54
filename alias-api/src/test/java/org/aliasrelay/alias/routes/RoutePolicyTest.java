package org.aliasrelay.alias.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.bounces.Passage;
import org.aliasrelay.alias.contacts.ContactId;
import org.aliasrelay.alias.contract.BlockReason;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.RouteRequest;
import org.aliasrelay.alias.contract.SuspectMail;
import org.aliasrelay.alias.sealing.AccountId;
import org.aliasrelay.alias.sealing.Fingerprint;
import org.junit.jupiter.api.Test;

class RoutePolicyTest {
  private static final Fingerprint OWNER = Fingerprint.of(new byte[] {1});
  private static final Fingerprint STRANGER = Fingerprint.of(new byte[] {2});
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Passage FREE = new Passage.Free();

  @Test
  void letsMailToAnAliasIn() {
    assertThat(RoutePolicy.toOwner(true, FREE)).isEmpty();
  }

  @Test
  void keepsMailForADisabledAliasOut() {
    assertThat(RoutePolicy.toOwner(false, new Passage.Closed()))
        .contains(BlockReason.ALIAS_DISABLED);
  }

  @Test
  void keepsMailForAMailboxThatRefusesItOut() {
    assertThat(RoutePolicy.toOwner(true, new Passage.Closed()))
        .contains(BlockReason.ACCOUNT_PAUSED);
  }

  @Test
  void letsOneMailTryTheMailboxOut() {
    assertThat(RoutePolicy.toOwner(true, new Passage.AsProbe())).isEmpty();
  }

  @Test
  void whatWillBeKeptOutTakesNoShare() {
    RouteRequest refused = request(true, false, true);
    RouteRequest suspect = request(false, true, true);

    assertThat(RoutePolicy.staysOut(refused, SuspectMail.FORWARD_MARKED)).isTrue();
    assertThat(RoutePolicy.staysOut(suspect, SuspectMail.KEEP_OUT)).isTrue();
    assertThat(RoutePolicy.staysOut(suspect, SuspectMail.FORWARD_MARKED)).isFalse();
    assertThat(RoutePolicy.staysOut(request(false, false, false), SuspectMail.KEEP_OUT)).isFalse();
  }

  @Test
  void replyThatNothingProvesTakesNoShare() {
    assertThat(RoutePolicy.staysOutAsReply(request(false, false, false))).isTrue();
    assertThat(RoutePolicy.staysOutAsReply(request(true, false, true))).isTrue();
    assertThat(RoutePolicy.staysOutAsReply(request(false, true, true))).isFalse();
  }

  private static RouteRequest request(boolean refused, boolean suspect, boolean authenticated) {
    EmailAddress recipient = EmailAddress.of("alias@relay.test");
    return new RouteRequest("mail-1", recipient, null, refused, suspect, authenticated);
  }

  @Test
  void waitsForTheLaterOfTurnAndBreak() {
    Passage pause = new Passage.After(NOW.plusSeconds(60));

    assertThat(RoutePolicy.waitSeconds(NOW, NOW.plusSeconds(5), pause)).isEqualTo(60);
    assertThat(RoutePolicy.waitSeconds(NOW, NOW.plusSeconds(90), pause)).isEqualTo(90);
    assertThat(RoutePolicy.waitSeconds(NOW, NOW.minusSeconds(5), FREE)).isZero();
  }

  @Test
  void neverWaitsForLessThanItShould() {
    assertThat(RoutePolicy.waitSeconds(NOW, NOW.plusMillis(1001), FREE)).isEqualTo(2);
    assertThat(RoutePolicy.waitSeconds(NOW, NOW.plusNanos(1), FREE)).isEqualTo(1);
  }

  @Test
  void neverWaitsForLongerThanARouteCanSay() {
    assertThat(RoutePolicy.waitSeconds(NOW, NOW.plusSeconds(1_000_000), FREE))
        .isEqualTo(Route.Forward.MAX_WAIT_SECONDS);
  }

  @Test
  void letsTheOwnerAnswer() {
    assertThat(RoutePolicy.toCorrespondent(contact(true), Optional.of(OWNER))).isEmpty();
  }

  @Test
  void letsNobodyElseAnswer() {
    assertThat(RoutePolicy.toCorrespondent(contact(true), Optional.of(STRANGER)))
        .contains(BlockReason.NOT_THE_OWNER);
  }

  @Test
  void letsProgramsAnswerWithTheNullSender() {
    assertThat(RoutePolicy.toCorrespondent(contact(true), Optional.empty())).isEmpty();
    assertThat(RoutePolicy.toCorrespondent(contact(false), Optional.empty()))
        .contains(BlockReason.ALIAS_DISABLED);
  }

  @Test
  void tellsAStrangerNotThatTheAliasIsOff() {
    assertThat(RoutePolicy.toCorrespondent(contact(false), Optional.of(STRANGER)))
        .contains(BlockReason.NOT_THE_OWNER);
  }

  @Test
  void letsNobodyAnswerFromADisabledAlias() {
    assertThat(RoutePolicy.toCorrespondent(contact(false), Optional.of(OWNER)))
        .contains(BlockReason.ALIAS_DISABLED);
  }

  private static Recipient.OfContact contact(boolean enabled) {
    return new Recipient.OfContact(
        new AliasId(1), new ContactId(2), AccountId.random(), enabled, OWNER);
  }
}
