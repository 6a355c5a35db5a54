package org.aliasrelay.forward.plan;

/** alias-api answers, but not this question; others may fare better. */
public class PlanRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A status; never text from a response. */
  public PlanRefusedException(int status) {
    super("status " + status);
  }
}
