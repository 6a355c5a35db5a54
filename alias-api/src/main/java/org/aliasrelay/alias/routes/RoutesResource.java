package org.aliasrelay.alias.routes;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aliasrelay.alias.contract.Route;
import org.aliasrelay.alias.contract.RouteRequest;
import org.aliasrelay.alias.http.Required;
import org.aliasrelay.alias.services.ServiceRole;
import org.jspecify.annotations.Nullable;

/** {@code POST /internal/routes}: 200 with a {@link Route}, 400 for a request that is none. */
@Path("/internal/routes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(ServiceRole.NAME)
@RunOnVirtualThread
class RoutesResource {
  private final Routes routes;

  RoutesResource(Routes routes) {
    this.routes = routes;
  }

  @POST
  public Route find(@Nullable RouteRequest body) {
    RouteRequest request = Required.body(body);
    Required.mailId(request.mailId());
    Required.member(request.recipient(), "recipient");
    return routes.find(request);
  }
}
