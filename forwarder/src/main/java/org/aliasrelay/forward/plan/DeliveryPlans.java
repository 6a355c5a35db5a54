package org.aliasrelay.forward.plan;

import org.aliasrelay.alias.contract.DeliveryPlan;
import org.aliasrelay.alias.contract.DeliveryRequest;

/** Where delivery plans come from. */
public interface DeliveryPlans {
  /**
   * The plan for one mail and one recipient. Asking twice gives the same answer.
   *
   * @throws PlansUnavailableException if alias-api gives no answer that it means
   * @throws PlanRefusedException if it does not take this question
   */
  DeliveryPlan plan(DeliveryRequest request) throws PlansUnavailableException, PlanRefusedException;
}
