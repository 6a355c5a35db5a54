package org.aliasrelay.forward.pace;

/** How many mails a second this process may send. */
@FunctionalInterface
public interface Rate {
  /** Above 0. */
  double perSecond();
}
