package org.aliasrelay.ingest.verify;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.aliasrelay.ingest.verify.SigningCertificates.Lookup;
import org.aliasrelay.ingest.verify.Verification.Cause;
import org.aliasrelay.ingest.verify.Verification.Forged;
import org.aliasrelay.ingest.verify.Verification.Unverifiable;
import org.aliasrelay.ingest.verify.Verification.Verified;

/**
 * Checks an SNS envelope. Ours and not the SDK's, because the SDK pins neither the topic nor the
 * signature version nor the age, and logs the whole message at DEBUG.
 *
 * <p>The cheap checks come first, so that a forger costs us at most one certificate and one RSA
 * operation. Checking it twice does no harm: a notification replayed within {@link
 * SnsConfig#maxAge} gives the same messages again, and the forwarder's ledger sends them once.
 */
public final class SnsVerifier implements Verifier {
  /** Clocks differ; SNS's and ours are both kept by NTP. */
  private static final Duration TOLERATED_SKEW = Duration.ofMinutes(15);

  private static final int MIN_KEY_BITS = 2048;

  private final SnsTrust trust;
  private final SigningCertificates certificates;
  private final Clock clock;

  SnsVerifier(SnsTrust trust, SigningCertificates certificates, Clock clock) {
    this.trust = trust;
    this.certificates = certificates;
    this.clock = clock;
  }

  @Override
  public Verification verify(String body) {
    return SnsEnvelope.read(body)
        .map(this::verify)
        .orElseGet(() -> new Forged(ForgeryReason.NOT_AN_ENVELOPE));
  }

  private Verification verify(SnsEnvelope envelope) {
    if (envelope.type().isEmpty() || envelope.message().isEmpty()) {
      return new Forged(ForgeryReason.NOT_AN_ENVELOPE);
    }
    if (!"Notification".equals(envelope.type())) {
      return new Forged(ForgeryReason.NOT_A_NOTIFICATION);
    }
    if (envelope.signature().isEmpty() || envelope.signingCertUrl().isEmpty()) {
      return new Forged(ForgeryReason.UNSIGNED);
    }
    if (!trust.topicArn().equals(envelope.topicArn())) {
      return new Forged(ForgeryReason.WRONG_TOPIC);
    }
    Optional<ForgeryReason> age = ageFault(envelope.timestamp());
    if (age.isPresent()) {
      return new Forged(age.get());
    }
    Optional<String> algorithm = trust.signatureAlgorithm(envelope.signatureVersion());
    if (algorithm.isEmpty()) {
      return new Forged(ForgeryReason.SIGNATURE_VERSION);
    }
    Optional<URI> place = trust.certificateAt(envelope.signingCertUrl());
    if (place.isEmpty()) {
      return new Forged(ForgeryReason.CERTIFICATE_PLACE);
    }
    return switch (certificates.find(place.get())) {
      case Lookup.Found(X509Certificate certificate) ->
          verify(envelope, certificate, algorithm.get());
      case Lookup.Missing() -> new Unverifiable(Cause.CERTIFICATE_MISSING);
      case Lookup.Away() -> new Unverifiable(Cause.CERTIFICATE_HOST_AWAY);
    };
  }

  private Verification verify(SnsEnvelope envelope, X509Certificate certificate, String algorithm) {
    try {
      // Now, and not when it was signed: that only the signer tells, and who has the key of an old
      // certificate would gain all of maxAge. Mail that waited until its certificate ended is the
      // price.
      certificate.checkValidity(Date.from(clock.instant()));
    } catch (CertificateExpiredException | CertificateNotYetValidException e) {
      return new Forged(ForgeryReason.CERTIFICATE_DATES);
    }
    if (!(certificate.getPublicKey() instanceof RSAPublicKey key)
        || key.getModulus().bitLength() < MIN_KEY_BITS
        || !belongsToSns(certificate)) {
      return new Forged(ForgeryReason.CERTIFICATE_SUBJECT);
    }
    return isSignedBy(key, algorithm, envelope)
        ? new Verified(envelope.message())
        : new Forged(ForgeryReason.SIGNATURE);
  }

  private Optional<ForgeryReason> ageFault(String timestamp) {
    Instant sent;
    try {
      sent = Instant.parse(timestamp);
    } catch (DateTimeException e) {
      return Optional.of(ForgeryReason.TIMESTAMP);
    }
    Instant now = clock.instant();
    if (sent.isAfter(now.plus(TOLERATED_SKEW))) {
      return Optional.of(ForgeryReason.TIMESTAMP);
    }
    return sent.isBefore(now.minus(trust.maxAge()))
        ? Optional.of(ForgeryReason.STALE)
        : Optional.empty();
  }

  private boolean belongsToSns(X509Certificate certificate) {
    try {
      return new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .anyMatch(
                  rdn ->
                      rdn.getType().equalsIgnoreCase("CN")
                          && trust.certificateCommonName().equals(rdn.getValue()));
    } catch (InvalidNameException e) {
      return false;
    }
  }

  private static boolean isSignedBy(RSAPublicKey key, String algorithm, SnsEnvelope envelope) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initVerify(key);
      signature.update(envelope.signedContent());
      return signature.verify(Base64.getDecoder().decode(envelope.signature()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}
