package org.aliasrelay.local.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
  private final Clock clock = Clock.systemUTC();

  @Test
  void signsSoThatThePublishedCertificateVerifies(@TempDir Path folder) throws Exception {
    var key = SigningKey.keptIn(folder, clock);
    var verification = Signature.getInstance("SHA256withRSA");

    verification.initVerify(certificate(key));
    verification.update("text".getBytes(StandardCharsets.UTF_8));

    assertThat(verification.verify(Base64.getDecoder().decode(key.sign("text")))).isTrue();
  }

  @Test
  void isValidForTenYearsAsAmazon(@TempDir Path folder) throws Exception {
    var certificate = certificate(SigningKey.keptIn(folder, clock));

    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=sns.amazonaws.com");
    certificate.checkValidity(Date.from(clock.instant().plus(Duration.ofDays(3650))));
    certificate.verify(certificate.getPublicKey());
  }

  @Test
  void keepsTheKeyAcrossStarts(@TempDir Path folder) throws Exception {
    var first = SigningKey.keptIn(folder, clock);
    var second = SigningKey.keptIn(folder, clock);

    assertThat(second.certificatePem()).isEqualTo(first.certificatePem());
    assertThat(second.sign("text")).isEqualTo(first.sign("text"));
  }

  @Test
  void letsOnlyTheOwnerReadTheKey(@TempDir Path folder) throws Exception {
    SigningKey.keptIn(folder, clock);

    var permissions = Files.getPosixFilePermissions(folder.resolve("signing-key.pem"));

    assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
  }

  @Test
  void publishesTheCertificateWhereSnsDoes(@TempDir Path folder) throws Exception {
    assertThat(SigningKey.keptIn(folder, clock).certificatePath())
        .matches("/SimpleNotificationService-[0-9a-f]{32}\\.pem");
  }

  private static X509Certificate certificate(SigningKey key) throws Exception {
    var pem = new ByteArrayInputStream(key.certificatePem().getBytes(StandardCharsets.US_ASCII));
    return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
  }
}
