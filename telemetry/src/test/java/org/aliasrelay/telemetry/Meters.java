package org.aliasrelay.telemetry;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** A registry that keeps what is measured, so that a test can look; without one nothing is kept. */
@Singleton
class Meters {
  @Produces
  @Singleton
  SimpleMeterRegistry registry() {
    return new SimpleMeterRegistry();
  }
}
