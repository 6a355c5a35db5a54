package org.aliasrelay.ingest.verify;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches a certificate. The only request mail-ingest makes to a URL out of a message, and only to
 * a place that {@link SnsTrust} has passed. Redirects are not followed: they would undo that.
 */
final class HttpSigningCertificates implements SigningCertificates {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  /** For the whole answer: a request timeout of the client would end with the headers. */
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /** Amazon's are below 3 KB. */
  private static final int MAX_BYTES = 64 * 1024;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();

  @Override
  public Lookup find(URI place) {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        http.sendAsync(
            HttpRequest.newBuilder(place).build(),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES));
    try {
      return read(exchange.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException e) {
      exchange.cancel(true);
      return new Lookup.Away();
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
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
