package org.aliasrelay.ingest.admit;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.aliasrelay.alias.contract.EmailAddress;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.RouteRequest;
import org.aliasrelay.ingest.admit.Admission.Deferred;
import org.jspecify.annotations.Nullable;

/** Routes in memory; whoever has none is unknown. */
public final class InMemoryRoutes implements Routes {
  private final Map<EmailAddress, Route> routes = new ConcurrentHashMap<>();
  private final Collection<RouteRequest> asked = new ConcurrentLinkedQueue<>();
  private volatile Deferred.@Nullable Cause outage;

  public InMemoryRoutes put(String recipient, Route route) {
    routes.put(EmailAddress.of(recipient), route);
    return this;
  }

  /** From now on nobody answers. */
  public void stop(Deferred.Cause cause) {
    outage = cause;
  }

  public void restart() {
    outage = null;
  }

  Collection<RouteRequest> asked() {
    return asked;
  }

  @Override
  public Lookup find(RouteRequest request) {
    asked.add(request);
    Deferred.Cause cause = outage;
    return cause == null
        ? new Lookup.Found(routes.getOrDefault(request.recipient(), new Route.Unknown()))
        : new Lookup.NotNow(cause);
  }
}
