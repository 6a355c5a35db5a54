package org.aliasrelay.forward.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.forward.InternalConfig;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Plans over HTTP. */
@ApplicationScoped
class HttpDeliveryPlans implements DeliveryPlans {
  private final AliasApi api;
  private final String authorization;

  HttpDeliveryPlans(@RestClient AliasApi api, InternalConfig config) {
    this.api = api;
    this.authorization = "Service " + config.credential();
  }

  @Override
  public DeliveryPlan plan(DeliveryRequest request) throws PlansUnavailableException {
    try {
      return api.plan(authorization, request);
    } catch (WebApplicationException e) {
      throw new PlansUnavailableException("status " + e.getResponse().getStatus());
    } catch (ProcessingException e) {
      throw new PlansUnavailableException(e.getClass().getSimpleName());
    }
  }
}
