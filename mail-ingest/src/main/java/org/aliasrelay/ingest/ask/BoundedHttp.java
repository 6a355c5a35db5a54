package org.aliasrelay.ingest.ask;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP with a bound on the time and the length of the whole answer; a request's own timeout ends
 * with the header. Redirects are not followed: only the place that is asked is trusted.
 */
public final class BoundedHttp {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();

  private final Duration timeout;
  private final int mostBytes;

  /**
   * @param timeout from the question to the last byte of the answer
   * @param mostBytes of its body
   */
  public BoundedHttp(Duration timeout, int mostBytes) {
    this.timeout = timeout;
    this.mostBytes = mostBytes;
  }

  /**
   * The answer, whatever its status.
   *
   * @throws IOException if there is none in these bounds
   */
  public HttpResponse<byte[]> ask(HttpRequest question) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        http.sendAsync(question, BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes));
    try {
      return exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      exchange.cancel(true);
      throw new IOException(e);
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
