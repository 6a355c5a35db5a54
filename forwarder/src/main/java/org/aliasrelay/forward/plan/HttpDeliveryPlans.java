package org.aliasrelay.forward.plan;

import jakarta.enterprise.context.ApplicationScoped;
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
  public DeliveryPlan plan(DeliveryRequest request)
      throws PlansUnavailableException, PlanRefusedException {
    return ask(() -> api.plan(authorization, request));
  }

  @Override
  public NoticePlan notice(String noticeId) throws PlansUnavailableException, PlanRefusedException {
    return ask(() -> api.notice(authorization, new NoticeRequest(noticeId)));
  }

  /**
   * A 401, 403 or 404 comes from a wrong setting, or from something else on that port: it says
   * nothing about the mail.
   */
  private static <T> T ask(Supplier<T> question)
      throws PlansUnavailableException, PlanRefusedException {
    try {
      return question.get();
    } catch (WebApplicationException e) {
      int status = e.getResponse().getStatus();
      switch (status) {
        case 400, 413, 422 -> throw new PlanRefusedException(status);
        default -> throw new PlansUnavailableException("status " + status);
      }
    } catch (RuntimeException e) {
      // Not of JAX-RS alone: one that breaks off in the middle is of Vert.x.
      throw new PlansUnavailableException(e.getClass().getSimpleName());
    }
  }
}
