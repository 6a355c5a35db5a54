package org.aliasrelay.ingest.admit;

import static org.aliasrelay.ingest.contract.Verdict.FAIL;
import static org.aliasrelay.ingest.contract.Verdict.GRAY;
import static org.aliasrelay.ingest.contract.Verdict.MISSING;
import static org.aliasrelay.ingest.contract.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.aliasrelay.alias.contract.BlockReason;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.RouteToken;
import org.aliasrelay.alias.contract.SuspectMail;
import org.aliasrelay.ingest.admit.Admission.Admitted;
import org.aliasrelay.ingest.admit.Admission.Deferred;
import org.aliasrelay.ingest.admit.Admission.Dropped;
import org.aliasrelay.ingest.contract.DmarcPolicy;
import org.aliasrelay.ingest.contract.Verdict;
import org.aliasrelay.ingest.contract.Verdicts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AdmissionPolicyTest {
  private static final RouteToken TOKEN = new RouteToken("token");
  private static final Route KEEP_OUT = new Route.Forward(TOKEN, SuspectMail.KEEP_OUT, 0, false);
  private static final Route FORWARD = Route.Forward.atOnce(TOKEN);
  private static final Route REPLY = new Route.Reply(TOKEN);

  @ParameterizedTest
  @MethodSource
  void decides(Route route, Verdicts verdicts, Admission admission) {
    assertThat(AdmissionPolicy.decide(new Routes.Lookup.Found(route), verdicts))
        .isEqualTo(admission);
  }

  static Stream<Arguments> decides() {
    Verdicts good = verdicts(PASS, PASS, DmarcPolicy.ABSENT, true);
    Verdicts spam = new Verdicts(FAIL, PASS, PASS, PASS, PASS, DmarcPolicy.ABSENT, true);
    Verdicts virus = verdicts(FAIL, PASS, DmarcPolicy.ABSENT, true);
    Verdicts uncheckedVirus = verdicts(MISSING, PASS, DmarcPolicy.ABSENT, true);
    Verdicts reject = verdicts(PASS, FAIL, DmarcPolicy.REJECT, false);
    Verdicts quarantine = verdicts(PASS, FAIL, DmarcPolicy.QUARANTINE, false);
    Verdicts noPolicy = verdicts(PASS, FAIL, DmarcPolicy.NONE, false);
    Verdicts gray = verdicts(PASS, GRAY, DmarcPolicy.ABSENT, false);
    Admission admitted = new Admitted(TOKEN, 0, false);
    return Stream.of(
        Arguments.of(FORWARD, good, admitted),
        Arguments.of(FORWARD, gray, admitted),
        Arguments.of(FORWARD, quarantine, admitted),
        Arguments.of(FORWARD, noPolicy, admitted),
        Arguments.of(FORWARD, uncheckedVirus, admitted),
        Arguments.of(KEEP_OUT, good, admitted),
        Arguments.of(KEEP_OUT, gray, admitted),
        Arguments.of(KEEP_OUT, noPolicy, admitted),
        Arguments.of(KEEP_OUT, quarantine, new Dropped(DropReason.DMARC_QUARANTINE, TOKEN)),
        Arguments.of(KEEP_OUT, spam, new Dropped(DropReason.SPAM, TOKEN)),
        Arguments.of(KEEP_OUT, virus, new Dropped(DropReason.VIRUS, TOKEN)),
        Arguments.of(FORWARD, spam, admitted),
        Arguments.of(REPLY, spam, admitted),
        Arguments.of(
            new Route.Forward(TOKEN, SuspectMail.FORWARD_MARKED, 60, true),
            good,
            new Admitted(TOKEN, 60, true)),
        Arguments.of(FORWARD, virus, new Dropped(DropReason.VIRUS, TOKEN)),
        Arguments.of(FORWARD, reject, new Dropped(DropReason.DMARC_REJECT, TOKEN)),
        Arguments.of(REPLY, good, admitted),
        Arguments.of(REPLY, gray, new Dropped(DropReason.NOT_AUTHENTICATED, TOKEN)),
        Arguments.of(REPLY, virus, new Dropped(DropReason.VIRUS, TOKEN)),
        Arguments.of(new Route.Unknown(), good, new Dropped(DropReason.UNKNOWN_RECIPIENT, null)),
        Arguments.of(new Route.Unknown(), virus, new Dropped(DropReason.UNKNOWN_RECIPIENT, null)));
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheReasonOfABlock(BlockReason reason) {
    Verdicts virus = verdicts(FAIL, FAIL, DmarcPolicy.REJECT, false);

    assertThat(
            AdmissionPolicy.decide(
                new Routes.Lookup.Found(new Route.Blocked(TOKEN, reason)), virus))
        .isEqualTo(new Dropped(DropReason.valueOf(reason.name()), TOKEN));
  }

  @ParameterizedTest
  @EnumSource
  void decidesNothingWithoutARoute(Deferred.Cause cause) {
    Verdicts virus = verdicts(FAIL, FAIL, DmarcPolicy.REJECT, false);

    assertThat(AdmissionPolicy.decide(new Routes.Lookup.NotNow(cause), virus))
        .isEqualTo(new Deferred(cause));
  }

  @Test
  void forwardsSpamThatIsOnlySuspected() {
    Verdicts spam = new Verdicts(FAIL, PASS, PASS, PASS, PASS, DmarcPolicy.ABSENT, true);

    assertThat(AdmissionPolicy.decide(new Routes.Lookup.Found(FORWARD), spam))
        .isEqualTo(new Admitted(TOKEN, 0, false));
  }

  private static Verdicts verdicts(
      Verdict virus, Verdict dmarc, DmarcPolicy policy, boolean authenticated) {
    return new Verdicts(PASS, virus, PASS, PASS, dmarc, policy, authenticated);
  }
}
