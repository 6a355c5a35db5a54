package org.aliasrelay.ingest.admit;

import java.util.Optional;
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
      case Route.Forward(RouteToken token, SuspectMail wish, int waitSeconds, boolean yields) ->
          refusal(verdicts, wish)
              .<Admission>map(reason -> new Dropped(reason, token))
              .orElseGet(() -> new Admitted(token, waitSeconds, yields));
      case Route.Reply(RouteToken token) -> reply(token, verdicts);
    };
  }

  /** A reply is the owner's own word: whatever a spam filter thinks of it, it is not kept out. */
  private static Admission reply(RouteToken token, Verdicts verdicts) {
    if (!verdicts.authenticated()) {
      return new Dropped(DropReason.NOT_AUTHENTICATED, token);
    }
    return refusal(verdicts, SuspectMail.FORWARD_MARKED)
        .<Admission>map(reason -> new Dropped(reason, token))
        .orElseGet(() -> new Admitted(token, 0, false));
  }

  /** Why the mail stays out, if it does: what no owner can want first, then the owner's wish. */
  private static Optional<DropReason> refusal(Verdicts verdicts, SuspectMail wish) {
    return refusal(verdicts)
        .or(
            () ->
                switch (wish) {
                  case FORWARD_MARKED -> Optional.empty();
                  case KEEP_OUT -> suspicion(verdicts);
                });
  }

  /** Whether no owner gets it. */
  static boolean isRefused(Verdicts verdicts) {
    return refusal(verdicts).isPresent();
  }

  /** Whether it is mail that {@link SuspectMail} is about. */
  static boolean isSuspect(Verdicts verdicts) {
    return suspicion(verdicts).isPresent();
  }

  private static Optional<DropReason> refusal(Verdicts verdicts) {
    if (verdicts.virus() == Verdict.FAIL) {
      return Optional.of(DropReason.VIRUS);
    }
    return fails(DmarcPolicy.REJECT, verdicts)
        ? Optional.of(DropReason.DMARC_REJECT)
        : Optional.empty();
  }

  private static Optional<DropReason> suspicion(Verdicts verdicts) {
    if (fails(DmarcPolicy.QUARANTINE, verdicts)) {
      return Optional.of(DropReason.DMARC_QUARANTINE);
    }
    return verdicts.spam() == Verdict.FAIL ? Optional.of(DropReason.SPAM) : Optional.empty();
  }

  private static boolean fails(DmarcPolicy policy, Verdicts verdicts) {
    return verdicts.dmarc() == Verdict.FAIL && verdicts.policy() == policy;
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
