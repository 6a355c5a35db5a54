package org.aliasrelay.launcher.process;

import java.time.Duration;

/** How waiting for a part ended. */
public sealed interface Readiness {
  /** It can work. */
  record Ready(Duration after) implements Readiness {}

  /** Its process ended. */
  record Died() implements Readiness {}

  /** It cannot get ready, whether it still runs or not. */
  record Hopeless(String why) implements Readiness {}

  /** It still runs, but is not ready. */
  record TooSlow(Duration waited) implements Readiness {}
}
