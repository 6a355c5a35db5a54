package org.aliasrelay.local.notify;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The key that stands for Amazon's, with its self-signed certificate. Made once, then kept. */
public final class SigningKey {
  private static final int RSA_BITS = 2048;
  private static final Duration VALIDITY = Duration.ofDays(3652);

  /** Against clocks that differ a little. */
  private static final Duration BACKDATED = Duration.ofDays(1);

  private static final String SIGNER = "sns.amazonaws.com";
  private static final String ALGORITHM = "SHA256withRSA";

  private final PrivateKey privateKey;
  private final X509Certificate certificate;

  private SigningKey(PrivateKey privateKey, X509Certificate certificate) {
    this.privateKey = privateKey;
    this.certificate = certificate;
  }

  /** Reads the key kept in a folder, or makes one there. */
  public static SigningKey keptIn(Path folder, Clock clock)
      throws IOException, GeneralSecurityException {
    Path keyFile = folder.resolve("signing-key.pem");
    Path certificateFile = folder.resolve("signing-certificate.pem");
    if (Files.exists(keyFile) && Files.exists(certificateFile)) {
      return new SigningKey(readKey(keyFile), readCertificate(certificateFile));
    }
    Files.createDirectories(folder);
    SigningKey made = make(clock);
    // The certificate last: both files or none count as a kept key.
    write(keyFile, pem("PRIVATE KEY", made.privateKey.getEncoded()));
    write(certificateFile, made.certificatePem());
    return made;
  }

  private static SigningKey make(Clock clock) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(RSA_BITS);
    var pair = generator.generateKeyPair();
    var now = clock.instant();
    var name = new X500Principal("CN=" + SIGNER);
    try {
      var holder =
          new JcaX509v3CertificateBuilder(
                  name,
                  new BigInteger(120, new SecureRandom()),
                  Date.from(now.minus(BACKDATED)),
                  Date.from(now.plus(VALIDITY)),
                  name,
                  pair.getPublic())
              .addExtension(
                  Extension.subjectAlternativeName,
                  false,
                  new GeneralNames(new GeneralName(GeneralName.dNSName, SIGNER)))
              .build(new JcaContentSignerBuilder(ALGORITHM).build(pair.getPrivate()));
      return new SigningKey(pair.getPrivate(), parse(holder.getEncoded()));
    } catch (IOException | OperatorCreationException e) {
      throw new GeneralSecurityException("cannot make the signing certificate", e);
    }
  }

  /** Signature version 2 of SNS: RSA over SHA-256, in Base64. */
  String sign(String text) {
    try {
      Signature signature = signature();
      signature.initSign(privateKey);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the signing key does not work", e);
    }
  }

  /** By native code where there is some for this machine: it takes a third of the time. */
  private static Signature signature() throws GeneralSecurityException {
    AmazonCorrettoCryptoProvider quick = AmazonCorrettoCryptoProvider.INSTANCE;
    return quick.getLoadingError() == null
        ? Signature.getInstance(ALGORITHM, quick)
        : Signature.getInstance(ALGORITHM);
  }

  /** Where SNS publishes a certificate; another certificate has another path. */
  public String certificatePath() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return "/SimpleNotificationService-" + HexFormat.of().formatHex(digest, 0, 16) + ".pem";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the signing certificate does not work", e);
    }
  }

  public String certificatePem() {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the signing certificate does not work", e);
    }
  }

  private static PrivateKey readKey(Path file) throws IOException, GeneralSecurityException {
    String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
    var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
    return KeyFactory.getInstance("RSA").generatePrivate(spec);
  }

  private static X509Certificate readCertificate(Path file)
      throws IOException, GeneralSecurityException {
    return parse(Files.readAllBytes(file));
  }

  private static X509Certificate parse(byte[] encoded) throws GeneralSecurityException {
    var in = new ByteArrayInputStream(encoded);
    return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
  }

  private static String pem(String type, byte[] der) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n";
  }

  private static void write(Path file, String text) throws IOException {
    Path fresh =
        Files.createTempFile(
            file.getParent(),
            "signing",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
