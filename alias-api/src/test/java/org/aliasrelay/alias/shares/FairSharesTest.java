package org.aliasrelay.alias.shares;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.alias.sealing.AccountId;
import org.junit.jupiter.api.Test;

class FairSharesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final AliasId FLOODED = new AliasId(1);
  private static final AliasId QUIET = new AliasId(2);
  private static final AccountId OWNER = AccountId.random();

  private final FairShares shares =
      new FairShares(
          new Shares(3, 5, 100, 100, Duration.ofSeconds(60)), Clock.fixed(NOW, ZoneOffset.UTC));
  private int mails;

  private record Shares(
      int aliasBurst, int ownerBurst, int promptBurst, int ownerPromptBurst, Duration longestWait)
      implements SharesConfig {
    @Override
    public Duration aliasEvery() {
      return Duration.ofSeconds(10);
    }

    @Override
    public Duration ownerEvery() {
      return Duration.ofSeconds(10);
    }

    @Override
    public Duration promptEvery() {
      return Duration.ofSeconds(10);
    }

    @Override
    public Duration ownerPromptEvery() {
      return Duration.ofSeconds(10);
    }

    @Override
    public int replyBurst() {
      return 2;
    }

    @Override
    public Duration replyEvery() {
      return Duration.ofSeconds(10);
    }

    @Override
    public Duration remember() {
      return Duration.ofMinutes(15);
    }

    @Override
    public long atMost() {
      return 1000;
    }
  }

  @Test
  void whatIsBeyondTheBurstWaits() {
    flood(3);

    assertThat(mail(FLOODED, OWNER)).isEqualTo(at(10));
    assertThat(mail(FLOODED, OWNER)).isEqualTo(at(20));
  }

  @Test
  void aFloodedAliasLeavesTheOwnersOthersAlone() {
    flood(50);

    assertThat(mail(QUIET, OWNER)).isEqualTo(at(0));
  }

  @Test
  void anOwnerWithManyAliasesLeavesOtherOwnersAlone() {
    for (int alias = 10; alias < 40; alias++) {
      Turn _ = mail(new AliasId(alias), OWNER);
    }

    assertThat(mail(new AliasId(40), OWNER)).isNotEqualTo(at(0));
    assertThat(mail(QUIET, AccountId.random())).isEqualTo(at(0));
  }

  @Test
  void whatWouldWaitForTooLongStaysOutAndTakesNoTurn() {
    flood(3 + 6);

    assertThat(mail(FLOODED, OWNER)).isEqualTo(new Turn.Flooded());
    assertThat(mail(FLOODED, OWNER)).isEqualTo(new Turn.Flooded());
  }

  @Test
  void aMailThatAsksAgainKeepsItsTurn() {
    flood(3);
    RouteToken token = new RouteToken("again");

    assertThat(shares.ofMail(FLOODED, OWNER, token)).isEqualTo(at(10));
    assertThat(shares.ofMail(FLOODED, OWNER, token)).isEqualTo(at(10));
    assertThat(mail(FLOODED, OWNER)).isEqualTo(at(20));
  }

  @Test
  void whatIsMoreThanUsualYieldsLongBeforeItWaits() {
    FairShares generous = sharesOf(2, 100);

    assertThat(mail(generous, FLOODED)).isEqualTo(at(0));
    assertThat(mail(generous, FLOODED)).isEqualTo(at(0));
    assertThat(mail(generous, FLOODED)).isEqualTo(new Turn.At(NOW, true));
    assertThat(mail(generous, QUIET)).isEqualTo(at(0));
  }

  @Test
  void whatYieldsForItsAliasLeavesTheOwnersOthersAlone() {
    FairShares generous = sharesOf(2, 4);
    for (int i = 0; i < 50; i++) {
      Turn _ = mail(generous, FLOODED);
    }

    assertThat(mail(generous, QUIET)).isEqualTo(at(0));
    assertThat(mail(generous, new AliasId(3))).isEqualTo(at(0));
    assertThat(mail(generous, new AliasId(4))).isEqualTo(new Turn.At(NOW, true));
  }

  @Test
  void aMailThatAsksAgainYieldsNoMoreThanBefore() {
    FairShares generous = sharesOf(1, 100);
    RouteToken token = new RouteToken("again");

    assertThat(generous.ofMail(FLOODED, OWNER, token)).isEqualTo(at(0));
    assertThat(generous.ofMail(FLOODED, OWNER, token)).isEqualTo(at(0));
    assertThat(mail(generous, FLOODED)).isEqualTo(new Turn.At(NOW, true));
  }

  @Test
  void repliesDoNotWait() {
    assertThat(shares.ofReply(OWNER, new RouteToken("1"))).isEqualTo(at(0));
    assertThat(shares.ofReply(OWNER, new RouteToken("2"))).isEqualTo(at(0));
    assertThat(shares.ofReply(OWNER, new RouteToken("3"))).isEqualTo(new Turn.Flooded());
  }

  private void flood(int count) {
    for (int i = 0; i < count; i++) {
      Turn _ = mail(FLOODED, OWNER);
    }
  }

  private static FairShares sharesOf(int promptBurst, int ownerPromptBurst) {
    return new FairShares(
        new Shares(1000, 1000, promptBurst, ownerPromptBurst, Duration.ofSeconds(60)),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private Turn mail(FairShares of, AliasId alias) {
    return of.ofMail(alias, OWNER, new RouteToken("mail-" + mails++));
  }

  private Turn mail(AliasId alias, AccountId owner) {
    return shares.ofMail(alias, owner, new RouteToken("mail-" + mails++));
  }

  private static Turn at(int seconds) {
    return new Turn.At(NOW.plusSeconds(seconds), seconds > 0);
  }
}
