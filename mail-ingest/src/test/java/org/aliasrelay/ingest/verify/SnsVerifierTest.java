package org.aliasrelay.ingest.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.aliasrelay.ingest.verify.SigningCertificates.Lookup;
import org.aliasrelay.ingest.verify.Verification.Cause;
import org.aliasrelay.ingest.verify.Verification.Forged;
import org.aliasrelay.ingest.verify.Verification.Unverifiable;
import org.aliasrelay.ingest.verify.Verification.Verified;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnsVerifierTest {
  private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:inbound-mail";
  private static final String HOST = "https://sns.us-east-1.amazonaws.com/";
  private static final String CERTIFICATE = HOST + "SimpleNotificationService-0a1b2c3d.pem";
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final String MESSAGE = "{\"notificationType\":\"Received\"}";
  private static final SigningIdentity SNS = SigningIdentity.of("sns.amazonaws.com");

  private final FakeSigningCertificates certificates =
      new FakeSigningCertificates().answer(CERTIFICATE, new Lookup.Found(SNS.certificate()));

  @Test
  void believesWhatSnsSignedForOurTopic() {
    assertThat(verify(envelope().signedBy(SNS))).isEqualTo(new Verified(MESSAGE));
  }

  @Test
  void believesAnEnvelopeWithoutASubject() {
    assertThat(verify(envelope().without("Subject").signedBy(SNS)))
        .isEqualTo(new Verified(MESSAGE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not JSON", "[]", "null", "\"text\"", "{}", "{\"mail\":{}}", "{} {}"})
  void refusesWhatIsNoEnvelope(String body) {
    assertThat(verifier(false).verify(body)).isEqualTo(new Forged(ForgeryReason.NOT_AN_ENVELOPE));
  }

  @Test
  void refusesAFieldThatIsThereTwice() {
    String twice =
        envelope().signedBy(SNS).json().replaceFirst("\\{", "{\"Message\":\"something else\",");

    assertThat(verifier(false).verify(twice)).isEqualTo(new Forged(ForgeryReason.NOT_AN_ENVELOPE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SubscriptionConfirmation", "UnsubscribeConfirmation", "notification"})
  void neverFollowsTheUrlsOfAConfirmation(String type) {
    Envelopes hostile =
        envelope()
            .with("Type", type)
            .with("SubscribeURL", "https://evil.test/")
            .with("Token", "token")
            .signedBy(SNS);

    assertThat(verify(hostile)).isEqualTo(new Forged(ForgeryReason.NOT_A_NOTIFICATION));
    assertThat(certificates.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Signature", "SigningCertURL"})
  void refusesWhatIsUnsigned(String missing) {
    assertThat(verify(envelope().signedBy(SNS).without(missing)))
        .isEqualTo(new Forged(ForgeryReason.UNSIGNED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Message", "MessageId", "Subject", "Timestamp"})
  void refusesWhatWasChangedAfterSigning(String field) {
    String other = field.equals("Timestamp") ? NOW.minusSeconds(60).toString() : "changed";

    assertThat(verify(envelope().signedBy(SNS).with(field, other)))
        .isEqualTo(new Forged(ForgeryReason.SIGNATURE));
  }

  @Test
  void refusesASubjectAddedAfterSigning() {
    assertThat(verify(envelope().without("Subject").signedBy(SNS).with("Subject", "hello")))
        .isEqualTo(new Forged(ForgeryReason.SIGNATURE));
  }

  @Test
  void refusesTheSignatureOfAnotherKey() {
    assertThat(verify(envelope().signedBy(SigningIdentity.of("sns.amazonaws.com"))))
        .isEqualTo(new Forged(ForgeryReason.SIGNATURE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%%", "AAAA", "="})
  void refusesASignatureThatIsNone(String signature) {
    assertThat(verify(envelope().with("Signature", signature)))
        .isEqualTo(new Forged(ForgeryReason.SIGNATURE));
  }

  @Test
  void refusesAnEmptyRsaSignature() {
    String zeros = Base64.getEncoder().encodeToString(new byte[256]);

    assertThat(verify(envelope().with("Signature", zeros)))
        .isEqualTo(new Forged(ForgeryReason.SIGNATURE));
  }

  @Test
  void refusesTheWeakerSignatureVersion() {
    Envelopes v1 = envelope().with("SignatureVersion", "1").signedBy(SNS, "SHA1withRSA");

    assertThat(verify(v1)).isEqualTo(new Forged(ForgeryReason.SIGNATURE_VERSION));
    assertThat(certificates.asked()).isEmpty();
  }

  @Test
  void takesTheWeakerSignatureVersionWhereItIsAllowed() {
    Envelopes v1 = envelope().with("SignatureVersion", "1").signedBy(SNS, "SHA1withRSA");

    assertThat(verifier(true).verify(v1.json())).isEqualTo(new Verified(MESSAGE));
  }

  @Test
  void doesNotTakeAWeakerSignatureForAStrongerOne() {
    assertThat(verifier(true).verify(envelope().signedBy(SNS, "SHA1withRSA").json()))
        .isEqualTo(new Forged(ForgeryReason.SIGNATURE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "0", "", "02", " 2"})
  void refusesUnknownSignatureVersions(String version) {
    assertThat(verify(envelope().with("SignatureVersion", version).signedBy(SNS)))
        .isEqualTo(new Forged(ForgeryReason.SIGNATURE_VERSION));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:sns:us-east-1:999999999999:inbound-mail",
        "arn:aws:sns:us-east-1:000000000000:inbound-mail-2",
        "arn:aws:sns:eu-west-1:000000000000:inbound-mail",
        ""
      })
  void refusesAnotherTopic(String topic) {
    assertThat(verify(envelope().with("TopicArn", topic).signedBy(SNS)))
        .isEqualTo(new Forged(ForgeryReason.WRONG_TOPIC));
    assertThat(certificates.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.test/SimpleNotificationService-0a1b.pem",
        "http://sns.us-east-1.amazonaws.com/SimpleNotificationService-0a1b.pem",
        "HTTPS://sns.us-east-1.amazonaws.com/SimpleNotificationService-0a1b.pem",
        "https://sns.us-east-1.amazonaws.com.evil.test/SimpleNotificationService-0a1b.pem",
        "https://sns.us-east-1.amazonaws.com@evil.test/SimpleNotificationService-0a1b.pem",
        "https://sns.us-east-1.amazonaws.com:443/SimpleNotificationService-0a1b.pem",
        "https://sns.us-east-1.amazonaws.com:443@evil.test/SimpleNotificationService-0a1b.pem",
        "https://sns.us-east-1.amazonaws.com\\@evil.test/SimpleNotificationService-0a1b.pem",
        "https://sns.us-east-1.amazonaws.com/@evil.test/SimpleNotificationService-0a1b.pem",
        "https://sns.us-east-1.amazonaws.com/../SimpleNotificationService-0a1b.pem",
        "https://sns.us-east-1.amazonaws.com//evil.test/SimpleNotificationService-0a1b.pem",
        "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0a1b.pem?x=1",
        "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0a1b.pem#x",
        "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0a1b.pem\n",
        "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0a1b.pem%00",
        "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-.pem",
        "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-xyz.pem",
        "https://sns.us-east-1.amazonaws.com/anything.pem",
        "https://sns.us-east-1.amazonaws.com/",
        "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0a1b.pem",
        "https://s3.amazonaws.com/sns.us-east-1.amazonaws.com/SimpleNotificationService-0a1b.pem",
        " https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0a1b.pem",
        "file:///SimpleNotificationService-0a1b.pem"
      })
  void fetchesNothingFromOutsideAmazonsPlace(String url) {
    assertThat(verify(envelope().with("SigningCertURL", url).signedBy(SNS)))
        .isEqualTo(new Forged(ForgeryReason.CERTIFICATE_PLACE));
    assertThat(certificates.asked()).isEmpty();
  }

  @Test
  void refusesAnExpiredCertificate() {
    SigningIdentity expired =
        SigningIdentity.of("sns.amazonaws.com", "2020/01/01 00:00:00", 30, "RSA", 2048);
    certificates.answer(CERTIFICATE, new Lookup.Found(expired.certificate()));

    assertThat(verify(envelope().signedBy(expired)))
        .isEqualTo(new Forged(ForgeryReason.CERTIFICATE_DATES));
  }

  @Test
  void refusesACertificateFromTheFuture() {
    SigningIdentity early =
        SigningIdentity.of("sns.amazonaws.com", "2030/01/01 00:00:00", 30, "RSA", 2048);
    certificates.answer(CERTIFICATE, new Lookup.Found(early.certificate()));

    assertThat(verify(envelope().signedBy(early)))
        .isEqualTo(new Forged(ForgeryReason.CERTIFICATE_DATES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.test", "sns.amazonaws.com.evil.test", "xsns.amazonaws.com"})
  void refusesSomebodyElsesCertificate(String commonName) {
    SigningIdentity other = SigningIdentity.of(commonName);
    certificates.answer(CERTIFICATE, new Lookup.Found(other.certificate()));

    assertThat(verify(envelope().signedBy(other)))
        .isEqualTo(new Forged(ForgeryReason.CERTIFICATE_SUBJECT));
  }

  @Test
  void refusesAShortKey() {
    SigningIdentity weak =
        SigningIdentity.of("sns.amazonaws.com", SigningIdentity.LONG_AGO, 36500, "RSA", 1024);
    certificates.answer(CERTIFICATE, new Lookup.Found(weak.certificate()));

    assertThat(verify(envelope().signedBy(weak)))
        .isEqualTo(new Forged(ForgeryReason.CERTIFICATE_SUBJECT));
  }

  @Test
  void refusesAKeyThatIsNotRsa() {
    SigningIdentity curve =
        SigningIdentity.of("sns.amazonaws.com", SigningIdentity.LONG_AGO, 36500, "EC", 256);
    certificates.answer(CERTIFICATE, new Lookup.Found(curve.certificate()));

    assertThat(verify(envelope().signedBy(curve, "SHA256withECDSA")))
        .isEqualTo(new Forged(ForgeryReason.CERTIFICATE_SUBJECT));
  }

  @Test
  void takesMailThatWaitedAsLongAsAQueueKeepsIt() {
    assertThat(verify(sent(NOW.minus(Duration.ofDays(14))).signedBy(SNS)))
        .isEqualTo(new Verified(MESSAGE));
  }

  @Test
  void refusesWhatIsOlder() {
    assertThat(verify(sent(NOW.minus(Duration.ofDays(14)).minusMillis(1)).signedBy(SNS)))
        .isEqualTo(new Forged(ForgeryReason.STALE));
  }

  @Test
  void toleratesClocksAQuarterOfAnHourApart() {
    assertThat(verify(sent(NOW.plus(Duration.ofMinutes(15))).signedBy(SNS)))
        .isEqualTo(new Verified(MESSAGE));
  }

  @Test
  void refusesWhatComesFromTheFuture() {
    assertThat(verify(sent(NOW.plus(Duration.ofMinutes(15)).plusMillis(1)).signedBy(SNS)))
        .isEqualTo(new Forged(ForgeryReason.TIMESTAMP));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "1700000000"})
  void refusesATimeThatIsNone(String timestamp) {
    assertThat(verify(envelope().with("Timestamp", timestamp).signedBy(SNS)))
        .isEqualTo(new Forged(ForgeryReason.TIMESTAMP));
  }

  @Test
  void cannotTellWhileTheCertificateHostIsAway() {
    certificates.answer(CERTIFICATE, new Lookup.Away());

    assertThat(verify(envelope().signedBy(SNS)))
        .isEqualTo(new Unverifiable(Cause.CERTIFICATE_HOST_AWAY));
  }

  @Test
  void cannotTellWithoutThatCertificate() {
    String madeUp = HOST + "SimpleNotificationService-ffff.pem";

    assertThat(verify(envelope().with("SigningCertURL", madeUp).signedBy(SNS)))
        .isEqualTo(new Unverifiable(Cause.CERTIFICATE_MISSING));
  }

  private Verification verify(Envelopes envelope) {
    return verifier(false).verify(envelope.json());
  }

  private SnsVerifier verifier(boolean allowV1) {
    SnsTrust trust = new SnsTrust(TOPIC, HOST, "sns.amazonaws.com", allowV1, Duration.ofDays(14));
    return new SnsVerifier(trust, certificates, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static Envelopes envelope() {
    return sent(NOW);
  }

  private static Envelopes sent(Instant time) {
    return new Envelopes(MESSAGE, TOPIC, time, CERTIFICATE);
  }
}
