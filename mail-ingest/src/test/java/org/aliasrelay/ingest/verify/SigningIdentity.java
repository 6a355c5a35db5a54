package org.aliasrelay.ingest.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/**
 * A key and its self-signed certificate, made by the JDK's keytool: Java has no public API that
 * makes certificates, and no private key lies in the repository.
 */
public record SigningIdentity(PrivateKey key, X509Certificate certificate) {
  static final String LONG_AGO = "2020/01/01 00:00:00";
  private static final String PASSWORD = "of-no-value";

  /** A certificate that is good in every test. */
  public static SigningIdentity of(String commonName) {
    return of(commonName, LONG_AGO, 36500, "RSA", 2048);
  }

  static SigningIdentity of(
      String commonName, String start, int days, String algorithm, int keyBits) {
    try {
      Path folder = Files.createTempDirectory("signing-identity");
      Path store = folder.resolve("store.p12");
      try {
        run(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                algorithm,
                "-keysize",
                Integer.toString(keyBits),
                "-alias",
                "sns",
                "-dname",
                "CN=" + commonName,
                "-startdate",
                start,
                "-validity",
                Integer.toString(days),
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
        return load(store);
      } finally {
        Files.deleteIfExists(store);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(List<String> command) throws IOException {
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (keytool.waitFor() != 0) {
        throw new IOException("keytool failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static SigningIdentity load(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(content, PASSWORD.toCharArray());
      return new SigningIdentity(
          (PrivateKey) store.getKey("sns", PASSWORD.toCharArray()),
          (X509Certificate) store.getCertificate("sns"));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  String sign(String algorithm, byte[] content) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(content);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The certificate as the host serves it. */
  public String pem() {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
