package org.aliasrelay.alias.issuing;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives the code its clock; a test gives it another. */
final class TimeSource {
  @Produces
  @Singleton
  static Clock clock() {
    return Clock.systemUTC();
  }
}
