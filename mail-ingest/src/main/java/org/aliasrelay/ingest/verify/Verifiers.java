package org.aliasrelay.ingest.verify;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts the verifier of this installation together. */
@Singleton
class Verifiers {
  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  /** One cache for both: SNS signs both topics with the same certificate. */
  @Produces
  @Singleton
  SigningCertificates certificates() {
    return new CachedSigningCertificates(new HttpSigningCertificates());
  }

  @Produces
  @Singleton
  @Topic(Topic.Of.INBOUND_MAIL)
  SettingsInDoubt inboundMail(
      SnsConfig config, SigningCertificates certificates, Clock clock, MeterRegistry meters) {
    return new SettingsInDoubt(
        new SnsVerifier(SnsTrust.inboundMail(config), certificates, clock), "inbound-mail", meters);
  }

  @Produces
  @Singleton
  @Topic(Topic.Of.MAIL_EVENTS)
  SettingsInDoubt mailEvents(
      SnsConfig config, SigningCertificates certificates, Clock clock, MeterRegistry meters) {
    return new SettingsInDoubt(
        new SnsVerifier(SnsTrust.mailEvents(config), certificates, clock), "mail-events", meters);
  }
}
