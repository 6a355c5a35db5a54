package org.aliasrelay.ingest.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.aliasrelay.ingest.ask.BoundedHttp;

/**
 * Fetches a certificate. The only request mail-ingest makes to a URL out of a message, and only to
 * a place that {@link SnsTrust} has passed.
 */
final class HttpSigningCertificates implements SigningCertificates {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /** Amazon's are below 3 KB. */
  private static final int MAX_BYTES = 64 * 1024;

  private final BoundedHttp http = new BoundedHttp(TIMEOUT, MAX_BYTES);

  @Override
  public Lookup find(URI place) {
    try {
      return read(http.ask(HttpRequest.newBuilder(place).build()));
    } catch (IOException e) {
      return new Lookup.Away();
    }
  }

  private static Lookup read(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == 408 || status == 429 || status >= 500) {
      return new Lookup.Away();
    }
    if (status != 200) {
      return new Lookup.Missing();
    }
    try {
      var factory = CertificateFactory.getInstance("X.509");
      var content = new ByteArrayInputStream(response.body());
      return new Lookup.Found((X509Certificate) factory.generateCertificate(content));
    } catch (CertificateException e) {
      return new Lookup.Missing();
    }
  }
}
