package org.aliasrelay.alias.deliveries;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.http.Problem;
import org.aliasrelay.alias.http.Required;
import org.aliasrelay.alias.services.ServiceRole;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /internal/deliveries}: 200 with a {@link DeliveryPlan}; 400 {@code invalid_token} if
 * the token was not issued for this mail, which no retry will mend.
 */
@Path("/internal/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(ServiceRole.NAME)
@RunOnVirtualThread
class DeliveriesResource {
  private final Deliveries deliveries;

  DeliveriesResource(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @POST
  public Response plan(@Nullable DeliveryRequest body) {
    DeliveryRequest request = Required.body(body);
    Required.mailId(request.mailId());
    Required.member(request.token(), "token");
    return deliveries
        .plan(request)
        .map(plan -> Response.ok(plan).build())
        .orElseGet(
            () ->
                Problem.of(400, "invalid_token", "The token was not issued for this mail.")
                    .response());
  }
}
