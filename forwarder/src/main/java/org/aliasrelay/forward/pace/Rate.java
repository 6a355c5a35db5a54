package org.aliasrelay.forward.pace;

/** How many mails this process may send. */
@FunctionalInterface
public interface Rate {
  /** A second; above 0. */
  double perSecond();

  /** A day. */
  default double perDay() {
    return Double.POSITIVE_INFINITY;
  }
}
