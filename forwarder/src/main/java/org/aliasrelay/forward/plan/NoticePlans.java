package org.aliasrelay.forward.plan;

import org.aliasrelay.alias.contract.NoticePlan;

/** Where the text of notices comes from. */
public interface NoticePlans {
  /**
   * What to tell. Asking twice gives the same answer.
   *
   * @throws PlansUnavailableException if alias-api gives no answer that it means
   * @throws PlanRefusedException if it does not take this question
   */
  NoticePlan notice(String noticeId) throws PlansUnavailableException, PlanRefusedException;
}
