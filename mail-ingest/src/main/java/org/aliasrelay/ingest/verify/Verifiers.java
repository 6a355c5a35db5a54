package org.aliasrelay.ingest.verify;

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
  SnsVerifier inboundMail(SnsConfig config, SigningCertificates certificates, Clock clock) {
    return new SnsVerifier(SnsTrust.inboundMail(config), certificates, clock);
  }

  @Produces
  @Singleton
  @Topic(Topic.Of.MAIL_EVENTS)
  SnsVerifier mailEvents(SnsConfig config, SigningCertificates certificates, Clock clock) {
    return new SnsVerifier(SnsTrust.mailEvents(config), certificates, clock);
  }
}
