package org.aliasrelay.forward.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.function.Supplier;
import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.DeliveryRequest;
import org.aliasrelay.alias.contract.NoticePlan;
import org.aliasrelay.alias.contract.NoticeRequest;
import org.aliasrelay.forward.InternalConfig;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Plans over HTTP. */
@ApplicationScoped
class HttpDeliveryPlans implements DeliveryPlans, NoticePlans {
  private final AliasApi api;
  private final String authorization;

  HttpDeliveryPlans(@RestClient AliasApi api, InternalConfig config) {
    this.api = api;
    this.authorization = "Service " + config.credential();
  }

  @Override
  public DeliveryPlan plan(DeliveryRequest request) throws PlansUnavailableException {
    return ask(() -> api.plan(authorization, request));
  }

  @Override
  public NoticePlan notice(String noticeId) throws PlansUnavailableException {
    return ask(() -> api.notice(authorization, new NoticeRequest(noticeId)));
  }

  private static <T> T ask(Supplier<T> question) throws PlansUnavailableException {
    try {
      return question.get();
    } catch (WebApplicationException e) {
      throw new PlansUnavailableException("status " + e.getResponse().getStatus());
    } catch (ProcessingException e) {
      throw new PlansUnavailableException(e.getClass().getSimpleName());
    }
  }
}
