package org.aliasrelay.alias.losses;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aliasrelay.alias.accounts.Caller;
import org.aliasrelay.alias.accounts.Scopes;
import org.aliasrelay.alias.aliases.AliasId;
import org.aliasrelay.alias.http.Problem;
import org.jboss.resteasy.reactive.RestPath;

/**
 * {@code relayaddresses/{alias}/losses/}: GET → an array of reasons with counts; another person's
 * id → 404.
 */
@Path("/api/v1/relayaddresses/{alias}/losses")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.ALIASES_READ)
@RunOnVirtualThread
class LossesResource {
  private final Losses losses;
  private final Caller caller;

  LossesResource(Losses losses, Caller caller) {
    this.losses = losses;
    this.caller = caller;
  }

  @GET
  public Response list(@RestPath long alias) {
    return losses
        .list(caller.account(), new AliasId(alias))
        .map(list -> Response.ok(list).build())
        .orElseGet(() -> Problem.of(404).response());
  }
}
