package org.aliasrelay.ingest.verify;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.aliasrelay.ingest.verify.SigningCertificates.Lookup;

/** SNS and a verifier that believes it, for tests of what comes after. */
public final class Believing {
  private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:inbound-mail";
  static final String HOST = "https://sns.us-east-1.amazonaws.com/";
  private static final String CERTIFICATE = HOST + "SimpleNotificationService-0a1b2c3d.pem";
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final SigningIdentity SNS = SigningIdentity.of("sns.amazonaws.com");

  private final FakeSigningCertificates certificates =
      new FakeSigningCertificates().answer(CERTIFICATE, new Lookup.Found(SNS.certificate()));

  public SnsVerifier verifier() {
    SnsTrust trust = new SnsTrust(TOPIC, HOST, "sns.amazonaws.com", false, Duration.ofDays(14));
    return new SnsVerifier(trust, certificates, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** One that has seen no genuine message yet. */
  public Verifier freshVerifier() {
    return new SettingsInDoubt(verifier(), "inbound-mail", new SimpleMeterRegistry());
  }

  public String wrap(String notification) {
    return new Envelopes(notification, TOPIC, NOW, CERTIFICATE).signedBy(SNS).json();
  }

  /** Every place that was asked for a certificate. */
  List<String> fetched() {
    return certificates.asked().stream().map(URI::toString).toList();
  }

  public void certificateHostAway() {
    certificates.answer(CERTIFICATE, new Lookup.Away());
  }

  public void certificateMissing() {
    certificates.answer(CERTIFICATE, new Lookup.Missing());
  }
}
