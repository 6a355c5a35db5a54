package org.aliasrelay.alias.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.aliasrelay.alias.sealing.Fingerprint;
import org.junit.jupiter.api.Test;

class BouncePolicyTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Fingerprint MAIL = Fingerprint.of(new byte[] {1});
  private static final Fingerprint PROBE = Fingerprint.of(new byte[] {2});
  private static final Fingerprint NEXT = Fingerprint.of(new byte[] {3});

  private final Waits waits =
      new Waits(
          Duration.ofDays(1),
          Duration.ofDays(30),
          Duration.ofHours(1),
          Duration.ofDays(1),
          Duration.ofMinutes(1),
          Duration.ofHours(1),
          Duration.ofHours(6));
  private final BouncePolicy policy = new BouncePolicy(waits);

  private record Waits(
      Duration firstWait,
      Duration longestWait,
      Duration quiet,
      Duration longestSend,
      Duration firstBreak,
      Duration longestBreak,
      Duration calm)
      implements BouncesConfig {}

  @Test
  void pausesAfterARefusalForADay() {
    Mailbox.Paused paused = refused();

    assertThat(paused.nextTry()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    assertThat(paused.cause()).isEqualTo(PauseCause.REFUSED);
  }

  @Test
  void letsNoMailInBeforeTheNextTry() {
    Mailbox.Paused paused = refused();
    Instant before = paused.nextTry().minusSeconds(1);

    assertThat(policy.asked(before, paused, PROBE)).isEqualTo(paused);
  }

  @Test
  void letsOneMailAtATimeTryTheMailboxOut() {
    Mailbox.Paused paused = refused();
    Mailbox tried = policy.asked(paused.nextTry(), paused, PROBE);

    assertThat(probeOf(tried)).isEqualTo(new Probe.Chosen(PROBE, paused.nextTry()));
    assertThat(policy.asked(paused.nextTry(), tried, NEXT)).isEqualTo(tried);
  }

  @Test
  void choosesAnotherMailWhenTheFirstWasNeverSent() {
    Mailbox.Paused paused = refused();
    Mailbox tried = policy.asked(paused.nextTry(), paused, PROBE);
    Instant later = paused.nextTry().plus(waits.quiet());

    assertThat(probeOf(policy.asked(later, tried, NEXT))).isEqualTo(new Probe.Chosen(NEXT, later));
  }

  @Test
  void isOpenAgainWhenNoRefusalFollowsTheTry() {
    Mailbox sent = sent(refused());
    Instant at = ((Probe.Sent) probeOf(sent)).at();

    assertThat(policy.at(at.plus(waits.quiet()).minusSeconds(1), sent)).isEqualTo(sent);
    assertThat(policy.at(at.plus(waits.quiet()), sent)).isEqualTo(Mailbox.UNTROUBLED);
  }

  @Test
  void isNotOpenWhenTheTryWasOnlyPlanned() {
    Mailbox planned = planned(refused());
    Instant at = ((Probe.Planned) probeOf(planned)).at();

    assertThat(policy.at(at.plus(Duration.ofDays(9)), planned)).isEqualTo(planned);
  }

  @Test
  void anotherMailTriesAtOnceWhenTheFirstEndedUnsent() {
    Mailbox planned = planned(refused());
    Instant at = ((Probe.Planned) probeOf(planned)).at();

    Mailbox freed = policy.ended(at, planned, PROBE);

    assertThat(probeOf(policy.asked(at, freed, NEXT))).isEqualTo(new Probe.Chosen(NEXT, at));
    assertThat(policy.ended(at, planned, NEXT)).as("another mail ended").isEqualTo(planned);
  }

  @Test
  void anotherMailTriesWhenNobodySaysWhatBecameOfTheFirst() {
    Mailbox planned = planned(refused());
    Instant at = ((Probe.Planned) probeOf(planned)).at();
    Instant later = at.plus(waits.longestSend());

    assertThat(policy.asked(later.minusSeconds(1), planned, NEXT)).isEqualTo(planned);
    assertThat(probeOf(policy.asked(later, planned, NEXT)))
        .isEqualTo(new Probe.Chosen(NEXT, later));
  }

  @Test
  void aRefusalThatIsHeardOfBeforeTheSendCounts() {
    Mailbox.Paused paused = refused();
    Instant now = paused.nextTry();
    Mailbox refused = policy.refused(now, planned(paused), bounced(PROBE), PauseCause.REFUSED);

    assertThat(policy.sent(now, refused, PROBE)).isEqualTo(refused);
  }

  @Test
  void isNotOpenWhenTheTryWasNeverSent() {
    Mailbox.Paused paused = refused();
    Mailbox chosen = policy.asked(paused.nextTry(), paused, PROBE);

    assertThat(policy.at(paused.nextTry().plus(Duration.ofDays(9)), chosen)).isEqualTo(chosen);
  }

  @Test
  void doublesTheWaitWithEachRefusedTryUpToAMonth() {
    Mailbox.Paused paused = refused();
    for (long days : new long[] {2, 4, 8, 16, 30, 30}) {
      Mailbox sent = sent(paused);
      Instant now = ((Probe.Sent) probeOf(sent)).at();
      paused = (Mailbox.Paused) policy.refused(now, sent, bounced(PROBE), PauseCause.REFUSED);
      assertThat(paused.pause()).isEqualTo(Duration.ofDays(days));
      assertThat(paused.nextTry()).isEqualTo(now.plus(Duration.ofDays(days)));
    }
    assertThat(paused.since()).as("since when it refuses mail").isEqualTo(NOW);
  }

  @Test
  void aLateBounceOfAnotherMailChangesNothing() {
    Mailbox.Paused paused = refused();

    assertThat(policy.refused(NOW.plusSeconds(90), paused, bounced(NEXT), PauseCause.REFUSED))
        .isEqualTo(paused);
  }

  @Test
  void aNewAddressEndsThePauseAndIsNotBlamedForTheOldOne() {
    Mailbox.Open open = (Mailbox.Open) policy.replaced(NOW);

    assertThat(policy.refused(NOW.plusSeconds(5), open, bounced(MAIL), PauseCause.REFUSED))
        .isEqualTo(open);
    assertThat(policy.refused(NOW.plus(waits.quiet()), open, bounced(MAIL), PauseCause.REFUSED))
        .isInstanceOf(Mailbox.Paused.class);
  }

  @Test
  void aNewAddressIsBlamedForItsOwnBounces() {
    Mailbox open = policy.replaced(NOW);
    Bounce own = new Bounce(MAIL, true);
    Instant soon = NOW.plusSeconds(5);

    assertThat(policy.refused(soon, open, own, PauseCause.REFUSED))
        .isInstanceOf(Mailbox.Paused.class);
    Mailbox resting = policy.tired(soon, open, own);
    assertThat(((Mailbox.Open) resting).resting(soon)).isTrue();
    assertThat(policy.refused(soon, resting, bounced(NEXT), PauseCause.REFUSED))
        .as("the old one's bounces are still those of the old one")
        .isEqualTo(resting);
  }

  @Test
  void eachSoftBounceInARowDoublesTheBreak() {
    Mailbox mailbox = Mailbox.UNTROUBLED;
    Instant now = NOW;
    for (long minutes : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      mailbox = policy.tired(now, mailbox, bounced(MAIL));
      Instant end = ((Mailbox.Open) mailbox).notBefore().orElseThrow();
      assertThat(end).isEqualTo(now.plus(Duration.ofMinutes(minutes)));
      now = end;
    }
  }

  @Test
  void softBouncesOfMailThatWasOnItsWayCountOnce() {
    Mailbox once = policy.tired(NOW, Mailbox.UNTROUBLED, bounced(MAIL));

    assertThat(policy.tired(NOW.plusSeconds(3), once, bounced(NEXT))).isEqualTo(once);
  }

  @Test
  void isCalmAgainAfterAWhileWithoutSoftBounces() {
    Mailbox once = policy.tired(NOW, Mailbox.UNTROUBLED, bounced(MAIL));
    Instant end = ((Mailbox.Open) once).notBefore().orElseThrow();

    assertThat(policy.at(end.plus(waits.calm()), once)).isEqualTo(Mailbox.UNTROUBLED);
  }

  private static Bounce bounced(Fingerprint mail) {
    return new Bounce(mail, false);
  }

  private Mailbox.Paused refused() {
    return (Mailbox.Paused)
        policy.refused(NOW, Mailbox.UNTROUBLED, bounced(MAIL), PauseCause.REFUSED);
  }

  private Mailbox planned(Mailbox.Paused paused) {
    Instant now = paused.nextTry();
    return policy.planned(now, policy.asked(now, paused, PROBE), PROBE);
  }

  private Mailbox sent(Mailbox.Paused paused) {
    return policy.sent(paused.nextTry(), planned(paused), PROBE);
  }

  private static Probe probeOf(Mailbox mailbox) {
    return ((Mailbox.Paused) mailbox).probe();
  }
}
