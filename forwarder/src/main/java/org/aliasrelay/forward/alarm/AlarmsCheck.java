package org.aliasrelay.forward.alarm;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows alarms in {@code /q/health}. It stays up: a new container would not lift SES's pause, and
 * mail waits meanwhile.
 */
@Readiness
@ApplicationScoped
class AlarmsCheck implements HealthCheck {
  private final Alarms alarms;

  AlarmsCheck(Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("alarms")
        .withData("ringing", String.join(", ", alarms.ringing()))
        .up()
        .build();
  }
}
