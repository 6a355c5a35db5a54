package org.aliasrelay.ingest.verify;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows in {@code /q/health} that nothing SNS delivered has verified. It stays up: a new container
 * would not mend the topic, and mail waits meanwhile.
 */
@Readiness
@ApplicationScoped
class SettingsCheck implements HealthCheck {
  private final SettingsInDoubt inboundMail;
  private final SettingsInDoubt mailEvents;

  SettingsCheck(
      @Topic(Topic.Of.INBOUND_MAIL) SettingsInDoubt inboundMail,
      @Topic(Topic.Of.MAIL_EVENTS) SettingsInDoubt mailEvents) {
    this.inboundMail = inboundMail;
    this.mailEvents = mailEvents;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("SNS settings")
        .withData("inbound-mail", of(inboundMail))
        .withData("mail-events", of(mailEvents))
        .up()
        .build();
  }

  private static String of(SettingsInDoubt settings) {
    return settings.doubt().map(reason -> "in doubt: " + reason.wireName()).orElse("fine");
  }
}
