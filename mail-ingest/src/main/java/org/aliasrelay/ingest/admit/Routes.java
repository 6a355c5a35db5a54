package org.aliasrelay.ingest.admit;

import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.RouteRequest;

/** Where mail for a recipient goes: alias-api knows. */
public interface Routes {
  Lookup find(RouteRequest request);

  /** What asking gave. */
  sealed interface Lookup {
    /** An answer. */
    record Found(Route route) implements Lookup {}

    /** No answer, and it may be had later. */
    record NotNow(Admission.Deferred.Cause cause) implements Lookup {}
  }
}
