package org.aliasrelay.forward.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aliasrelay.ingest.contract.MailId;
import org.junit.jupiter.api.Test;

/** What every delivery ledger keeps to. */
interface DeliveryLedgerContract {
  Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  Duration LEASE = Duration.ofSeconds(30);
  Instant LATER = NOW.plus(LEASE).plusSeconds(1);

  DeliveryLedger ledger();

  static DeliveryKey newKey() {
    return new DeliveryKeys("a secret of thirty-two bytes or more".getBytes(StandardCharsets.UTF_8))
        .of(new MailId("mail"), UUID.randomUUID().toString());
  }

  private Claim.Claimed claimed(DeliveryKey key, Instant when) throws Exception {
    return (Claim.Claimed) ledger().claim(key, when, LEASE);
  }

  @Test
  default void firstClaimIsGranted() throws Exception {
    assertThat(ledger().claim(newKey(), NOW, LEASE)).isEqualTo(new Claim.Claimed(1, 0, 0));
  }

  @Test
  default void secondClaimWaitsForTheLease() throws Exception {
    DeliveryKey key = newKey();
    claimed(key, NOW);
    assertThat(ledger().claim(key, NOW.plusSeconds(1), LEASE))
        .isEqualTo(new Claim.Leased(NOW.plus(LEASE)));
  }

  @Test
  default void claimIsFreeAfterTheLease() throws Exception {
    DeliveryKey key = newKey();
    claimed(key, NOW);
    assertThat(claimed(key, LATER)).isEqualTo(new Claim.Claimed(2, 0, 0));
  }

  @Test
  default void attemptsAreCountedAcrossClaims() throws Exception {
    DeliveryKey key = newKey();
    ledger().sending(key, claimed(key, NOW).fence(), SendKind.REPLY, NOW.plus(LEASE));
    assertThat(claimed(key, LATER)).isEqualTo(new Claim.Claimed(2, 1, 1));
  }

  @Test
  default void sendingExtendsTheLease() throws Exception {
    DeliveryKey key = newKey();
    Instant until = NOW.plus(Duration.ofMinutes(2));
    ledger().sending(key, claimed(key, NOW).fence(), SendKind.REPLY, until);
    assertThat(ledger().claim(key, LATER, LEASE)).isEqualTo(new Claim.Leased(until));
  }

  @Test
  default void overtakenClaimantChangesNothing() throws Exception {
    DeliveryKey key = newKey();
    long old = claimed(key, NOW).fence();
    claimed(key, LATER);
    assertThat(ledger().sending(key, old, SendKind.REPLY, LATER.plus(LEASE))).isFalse();
    assertThat(ledger().refused(key, old, "LOOP", LATER)).isFalse();
    assertThat(ledger().release(key, old, LATER)).isFalse();
    assertThat(ledger().allTerminal(List.of(key))).isFalse();
  }

  @Test
  default void overtakenSenderChangesNothing() throws Exception {
    DeliveryKey key = newKey();
    long old = claimed(key, NOW).fence();
    ledger().sending(key, old, SendKind.REPLY, NOW.plus(LEASE));
    long overtaker = claimed(key, LATER).fence();
    Instant until = LATER.plus(LEASE);
    ledger().sending(key, overtaker, SendKind.REPLY, until);

    assertThat(ledger().sending(key, old, SendKind.REPLY, until.plus(LEASE))).isFalse();
    assertThat(ledger().sent(key, old, "ses", LATER)).isFalse();
    assertThat(ledger().notTaken(key, old, LATER)).isFalse();
    assertThat(ledger().refused(key, old, "LOOP", LATER)).isFalse();
    assertThat(ledger().release(key, old, LATER)).isFalse();
    assertThat(ledger().claim(key, LATER, LEASE)).isEqualTo(new Claim.Leased(until));
    assertThat(ledger().sent(key, overtaker, "ses", LATER)).isTrue();
  }

  /** What comes at the same time may be committed together, in any order. */
  @Test
  default void eachOfManyAtOnceHearsOfItsOwn() throws Exception {
    List<DeliveryKey> keys = Stream.generate(DeliveryLedgerContract::newKey).limit(40).toList();
    for (int i = 0; i < keys.size(); i += 2) {
      ledger().sending(keys.get(i), claimed(keys.get(i), NOW).fence(), SendKind.FORWARD, LATER);
    }
    List<Callable<Boolean>> words =
        Stream.concat(keys.stream(), keys.reversed().stream())
            .<Callable<Boolean>>map(key -> () -> ledger().evidence(key, "ses", NOW))
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Boolean> heard = threads.invokeAll(words).stream().map(Future::resultNow).toList();
      for (int i = 0; i < keys.size(); i++) {
        boolean first = heard.get(i);
        boolean second = heard.get(2 * keys.size() - 1 - i);
        assertThat(first ^ second).as("one of two, if it was begun").isEqualTo(i % 2 == 0);
        assertThat(first && second).isFalse();
      }
    }
  }

  @Test
  default void whatIsDroppedFirstHasEnded() throws Exception {
    DeliveryKey key = newKey();
    assertThat(ledger().drop(key, Optional.empty(), NOW)).isEqualTo(new Ending.Done());
    assertThat(ledger().claim(key, LATER, LEASE)).isEqualTo(new Claim.Terminal(new Ending.Done()));
    assertThat(ledger().allTerminal(List.of(key))).isTrue();
  }

  @Test
  default void whyItWasDroppedFirstIsToldUntilItIsDone() throws Exception {
    DeliveryKey key = newKey();
    Ending dropped = new Ending.Dropped("ALIAS_DISABLED");
    assertThat(ledger().drop(key, Optional.of("ALIAS_DISABLED"), NOW)).isEqualTo(dropped);
    assertThat(ledger().drop(key, Optional.of("SPAM"), LATER)).isEqualTo(dropped);
    assertThat(ledger().claim(key, LATER, LEASE)).isEqualTo(new Claim.Terminal(dropped));
    assertThat(ledger().allTerminal(List.of(key))).isTrue();
    ledger().done(key, LATER);
    assertThat(ledger().drop(key, Optional.of("SPAM"), LATER)).isEqualTo(new Ending.Done());
  }

  @Test
  default void whatWasClaimedOnceCannotBeDropped() throws Exception {
    DeliveryKey key = newKey();
    ledger().claim(key, NOW, Duration.ZERO);
    assertThat(ledger().drop(key, Optional.of("SPAM"), NOW)).isEqualTo(new Ending.Done());
    assertThat(ledger().allTerminal(List.of(key))).isFalse();
    assertThat(claimed(key, NOW)).isEqualTo(new Claim.Claimed(2, 0, 0));
  }

  @Test
  default void sentIsTerminal() throws Exception {
    DeliveryKey key = sentKey();
    assertThat(ledger().claim(key, LATER, LEASE))
        .isEqualTo(new Claim.Terminal(new Ending.Sent(SendKind.REPLY)));
  }

  @Test
  default void evidenceEndsTheDeliveryWhoeverHoldsTheClaim() throws Exception {
    DeliveryKey key = newKey();
    ledger().sending(key, claimed(key, NOW).fence(), SendKind.REPLY, NOW.plus(LEASE));
    long overtaker = claimed(key, LATER).fence();
    assertThat(ledger().evidence(key, "ses", LATER)).isTrue();
    assertThat(ledger().sending(key, overtaker, SendKind.REPLY, LATER.plus(LEASE))).isFalse();
    assertThat(ledger().claim(key, LATER, LEASE))
        .isEqualTo(new Claim.Terminal(new Ending.Sent(SendKind.REPLY)));
  }

  @Test
  default void evidenceOfWhatWasNeverBegunChangesNothing() throws Exception {
    DeliveryKey key = newKey();
    assertThat(ledger().evidence(key, "ses", NOW)).isFalse();
    claimed(key, NOW);
    assertThat(ledger().evidence(key, "ses", NOW)).isFalse();
  }

  @Test
  default void lateEvidenceDoesNotReopenWhatHasEnded() throws Exception {
    DeliveryKey key = sentKey();
    ledger().done(key, NOW);
    assertThat(ledger().evidence(key, "ses", LATER)).isFalse();
    assertThat(ledger().claim(key, LATER, LEASE)).isEqualTo(new Claim.Terminal(new Ending.Done()));
  }

  @Test
  default void nothingIsSentWithoutSendingFirst() throws Exception {
    DeliveryKey key = newKey();
    assertThat(ledger().sent(key, claimed(key, NOW).fence(), "ses", NOW)).isFalse();
  }

  @Test
  default void refusedIsTerminal() throws Exception {
    DeliveryKey key = newKey();
    ledger().refused(key, claimed(key, NOW).fence(), "LOOP", NOW);
    assertThat(ledger().claim(key, LATER, LEASE))
        .isEqualTo(new Claim.Terminal(new Ending.Refused("LOOP")));
  }

  @Test
  default void releasedIsClaimableAtOnce() throws Exception {
    DeliveryKey key = newKey();
    ledger().release(key, claimed(key, NOW).fence(), NOW);
    assertThat(claimed(key, NOW)).isEqualTo(new Claim.Claimed(2, 0, 0));
  }

  @Test
  default void whatSesDidNotTakeIsClaimableAtOnceAndLeavesNothingUndecided() throws Exception {
    DeliveryKey key = newKey();
    long fence = claimed(key, NOW).fence();
    ledger().sending(key, fence, SendKind.REPLY, NOW.plus(LEASE));
    assertThat(ledger().notTaken(key, fence, NOW)).isTrue();
    assertThat(claimed(key, NOW)).isEqualTo(new Claim.Claimed(2, 1, 0));
  }

  @Test
  default void earlierAttemptStaysUndecidedWhateverBecomesOfTheNext() throws Exception {
    DeliveryKey key = newKey();
    ledger().sending(key, claimed(key, NOW).fence(), SendKind.REPLY, NOW.plus(LEASE));
    long second = claimed(key, LATER).fence();
    ledger().sending(key, second, SendKind.REPLY, LATER.plus(LEASE));
    ledger().notTaken(key, second, LATER);
    Claim.Claimed third = claimed(key, LATER);
    assertThat(third).isEqualTo(new Claim.Claimed(3, 2, 1));
    ledger().release(key, third.fence(), LATER);
    assertThat(claimed(key, LATER)).isEqualTo(new Claim.Claimed(4, 2, 1));
    assertThat(ledger().evidence(key, "ses", LATER)).isTrue();
  }

  @Test
  default void onlyAnAttemptCanBeNotTaken() throws Exception {
    DeliveryKey key = newKey();
    assertThat(ledger().notTaken(key, claimed(key, NOW).fence(), NOW)).isFalse();
  }

  @Test
  default void doneFollowsSent() throws Exception {
    DeliveryKey key = sentKey();
    ledger().done(key, NOW);
    assertThat(ledger().claim(key, LATER, LEASE)).isEqualTo(new Claim.Terminal(new Ending.Done()));
  }

  @Test
  default void doneBeforeTheEndChangesNothing() throws Exception {
    DeliveryKey key = newKey();
    claimed(key, NOW);
    ledger().done(key, NOW);
    assertThat(ledger().allTerminal(List.of(key))).isFalse();
  }

  @Test
  default void allAreTerminalOnlyWhenEachIs() throws Exception {
    DeliveryKey sent = sentKey();
    DeliveryKey open = newKey();
    claimed(open, NOW);
    assertThat(ledger().allTerminal(List.of(sent, sent))).isTrue();
    assertThat(ledger().allTerminal(List.of(sent, open))).isFalse();
    assertThat(ledger().allTerminal(List.of(sent, newKey()))).isFalse();
  }

  @Test
  default void pruningForgetsTheOldOnly() throws Exception {
    Instant longAgo = NOW.minus(Duration.ofDays(20));
    DeliveryKey old = newKey();
    DeliveryKey recent = newKey();
    ledger().claim(old, longAgo, LEASE);
    claimed(recent, NOW);
    assertThat(ledger().prune(NOW.minus(Duration.ofDays(15)))).isPositive();
    assertThat(claimed(old, NOW).fence()).isEqualTo(1);
    assertThat(claimed(recent, LATER).fence()).isEqualTo(2);
  }

  @Test
  default void oneOfManyClaimantsAtOnceWins() throws Exception {
    DeliveryKey key = newKey();
    List<Callable<Claim>> claims =
        IntStream.range(0, 16)
            .<Callable<Claim>>mapToObj(i -> () -> ledger().claim(key, NOW, LEASE))
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long winners =
          threads.invokeAll(claims).stream()
              .filter(claim -> claim.resultNow() instanceof Claim.Claimed)
              .count();
      assertThat(winners).isEqualTo(1);
    }
  }

  private DeliveryKey sentKey() throws Exception {
    DeliveryKey key = newKey();
    long fence = claimed(key, NOW).fence();
    ledger().sending(key, fence, SendKind.REPLY, NOW.plus(LEASE));
    assertThat(ledger().sent(key, fence, "ses", NOW)).isTrue();
    return key;
  }
}
