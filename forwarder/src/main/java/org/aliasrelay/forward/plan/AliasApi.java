package org.aliasrelay.forward.plan;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.contract.NoticePlan;
import org.aliasrelay.alias.contract.NoticeRequest;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** alias-api's internal port. */
@RegisterRestClient(configKey = "alias-api")
@RegisterProvider(Connections.class)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface AliasApi {
  @POST
  @Path("/internal/deliveries")
  DeliveryPlan plan(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, DeliveryRequest request);

  @POST
  @Path("/internal/notices")
  NoticePlan notice(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, NoticeRequest request);
}
