package org.aliasrelay.alias.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.contacts.ContactId;
import org.aliasrelay.alias.contract.BlockReason;
import org.aliasrelay.alias.sealing.Fingerprint;
import org.junit.jupiter.api.Test;

class RoutePolicyTest {
  private static final Fingerprint OWNER = Fingerprint.of(new byte[] {1});
  private static final Fingerprint STRANGER = Fingerprint.of(new byte[] {2});

  @Test
  void letsMailToAnAliasIn() {
    assertThat(RoutePolicy.toOwner(alias(true, false))).isEmpty();
  }

  @Test
  void keepsMailForADisabledAliasOut() {
    assertThat(RoutePolicy.toOwner(alias(false, true))).contains(BlockReason.ALIAS_DISABLED);
  }

  @Test
  void keepsMailForAPausedAccountOut() {
    assertThat(RoutePolicy.toOwner(alias(true, true))).contains(BlockReason.ACCOUNT_PAUSED);
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
  void letsTheNullSenderNotAnswer() {
    assertThat(RoutePolicy.toCorrespondent(contact(true), Optional.empty()))
        .contains(BlockReason.NOT_THE_OWNER);
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

  private static Recipient.OfAlias alias(boolean enabled, boolean paused) {
    return new Recipient.OfAlias(new RouteTarget.Owner(new AliasId(1)), enabled, paused);
  }

  private static Recipient.OfContact contact(boolean enabled) {
    return new Recipient.OfContact(
        new RouteTarget.Correspondent(new AliasId(1), new ContactId(2)), enabled, OWNER);
  }
}
