package org.aliasrelay.ingest.admit;

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

/**
 * Decides. The route comes first, even for mail that no verdict would let in, because the owner of
 * an alias is to see what was kept from them.
 */
final class AdmissionPolicy {
  private AdmissionPolicy() {}

  static Admission decide(Routes.Lookup lookup, Verdicts verdicts) {
    return switch (lookup) {
      case Routes.Lookup.NotNow(Deferred.Cause cause) -> new Deferred(cause);
      case Routes.Lookup.Found(Route route) -> decide(route, verdicts);
    };
  }

  private static Admission decide(Route route, Verdicts verdicts) {
    return switch (route) {
      case Route.Unknown() -> new Dropped(DropReason.UNKNOWN_RECIPIENT, null);
      case Route.Blocked(RouteToken token, BlockReason reason) ->
          new Dropped(dropReason(reason), token);
      case Route.Forward(RouteToken token, SuspectMail _, int _) -> byVerdicts(token, verdicts);
      case Route.Reply(RouteToken token) ->
          verdicts.authenticated()
              ? byVerdicts(token, verdicts)
              : new Dropped(DropReason.NOT_AUTHENTICATED, token);
    };
  }

  private static Admission byVerdicts(RouteToken token, Verdicts verdicts) {
    if (verdicts.virus() == Verdict.FAIL) {
      return new Dropped(DropReason.VIRUS, token);
    }
    if (verdicts.dmarc() == Verdict.FAIL && verdicts.policy() == DmarcPolicy.REJECT) {
      return new Dropped(DropReason.DMARC_REJECT, token);
    }
    return new Admitted(token);
  }

  private static DropReason dropReason(BlockReason reason) {
    return switch (reason) {
      case ALIAS_DISABLED -> DropReason.ALIAS_DISABLED;
      case ACCOUNT_PAUSED -> DropReason.ACCOUNT_PAUSED;
      case NOT_THE_OWNER -> DropReason.NOT_THE_OWNER;
      case FLOODED -> DropReason.FLOODED;
    };
  }
}
