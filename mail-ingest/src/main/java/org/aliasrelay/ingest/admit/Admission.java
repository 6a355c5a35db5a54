package org.aliasrelay.ingest.admit;

import org.aliasrelay.alias.contract.RouteToken;
import org.jspecify.annotations.Nullable;

/** What is decided about one mail for one recipient. */
public sealed interface Admission {

  /**
   * It comes in.
   *
   * @param waitSeconds how long it should wait for its turn; 0 for not at all
   * @param yields whether it lets other mail go first
   */
  record Admitted(RouteToken token, int waitSeconds, boolean yields) implements Admission {}

  /**
   * It does not. The sender is not told: a bounce would say which addresses exist, and reach whom
   * the sender pretends to be.
   *
   * @param token whose mail it would have been, so that the owner sees it counted; null if nobody's
   */
  record Dropped(DropReason reason, @Nullable RouteToken token) implements Admission {}

  /** It cannot be decided now; nothing may be lost meanwhile. */
  record Deferred(Cause cause) implements Admission {
    /** Why it cannot be decided. */
    public enum Cause {
      /** alias-api does not answer, or answers what only a wrong setting explains. */
      ALIAS_API_AWAY,
      /** alias-api answers, but refuses this question; others may fare better. */
      ALIAS_API_REFUSES
    }
  }
}
